/** Settings as read from the environment and checked at start; the table in docs/settings.md is generated from this file's list. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Public address, no trailing slash: https://tuntas.example.go.id */
  readonly baseUrl: string;
  /** Example mode: embedded database and loopback host. Shows example accounts and /outbox. */
  readonly exampleMode: boolean;
  readonly dataFolder: string;
  readonly databaseUrl: string;
  readonly secureCookies: boolean;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** `FILE_STORE`: null = a folder below `dataFolder`; else `s3://KEY:SECRET@host[:port]/bucket?region=…&tls=off`. */
  readonly fileStoreUrl: string | null;
  /** `CLAMD_URL`: null = uploads are not scanned; else `tcp://host:3310` or `unix:/run/clamd.sock`. */
  readonly clamdUrl: string | null;
  /** `TRUSTED_PROXIES`: how many proxies stand between the Internet and us; 0 = none, `X-Forwarded-For` is not believed. */
  readonly trustedProxies: number;
  /** `METRICS_TOKEN`: null = `/metrics` answers to loopback alone; else to whoever brings it as a bearer token. */
  readonly metricsToken: string | null;
  /** `RATE_LIMIT_FACTOR`: every rate limit is multiplied by it; 1 = as written. For benchmarks and training rooms. */
  readonly rateLimitFactor: number;
  /** `AUDIT_WITNESSES`: mail addresses and https URLs, divided by spaces or commas, to which each signed audit root is sent. */
  readonly auditWitnesses: readonly string[];
}
