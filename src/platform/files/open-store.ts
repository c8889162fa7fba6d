import { join } from 'node:path';
import type { Settings } from '../settings.ts';
import type { FileStore } from './file-store.ts';
import { folderStore } from './folder-store.ts';
import { s3Store } from './s3-store.ts';

/** The store the settings name: a folder below the data folder, or an S3-compatible one. */
export function openFileStore(settings: Pick<Settings, 'dataFolder' | 'fileStoreUrl'>): FileStore {
  return settings.fileStoreUrl === null ? folderStore(join(settings.dataFolder, 'files')) : s3Store(settings.fileStoreUrl);
}
