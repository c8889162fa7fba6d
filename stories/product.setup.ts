import type { TestProject } from 'vitest/node';
import { type Product, startProduct } from './product.ts';

/**
 * One product for all stories of a run: each makes complaints of its own, so they do not meet. Whoever writes a story may name one
 * that is running already: `TUNTAS_STORIES_ADDRESS=http://localhost:3000 TUNTAS_STORIES_DATA=.data npx vitest run stories`.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { TUNTAS_STORIES_ADDRESS: address, TUNTAS_STORIES_DATA: dataFolder, TUNTAS_STORIES_LOG: logFile = '' } = process.env;
  if (address && dataFolder) {
    project.provide('product', { address, dataFolder, logFile });
    return undefined;
  }
  const { stop, ...product } = await startProduct();
  project.provide('product', product);
  return stop;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly product: Product;
  }
}
