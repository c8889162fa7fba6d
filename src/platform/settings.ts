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
}
