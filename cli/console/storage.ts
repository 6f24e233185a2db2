import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isStorageError } from '../../simulator/world/storage-watch.ts';

/** The folder's data cannot be used, or no more can be kept in it: the message says what to do. */
export class StorageFailed extends Error {
  override name = 'StorageFailed';
}

const BUSY = 5;
const READONLY = 8;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

const sentence = (code: number | undefined, folder: string, error: Error): string => {
  switch (code) {
    case BUSY:
      return `A local console (npm start) is running on ${folder} and keeps it to itself. Look in its console, stop it first, or name another folder with --data.`;
    case FULL:
      return `The disk is full: nothing more can be kept in ${folder}. Make room and try again; what was accepted is safe.`;
    case READONLY:
    case CANNOT_OPEN:
      return `Cannot write to ${folder}. Allow it, or give another folder with --data.`;
    case CORRUPT:
    case NOT_A_DATABASE:
      return `${join(folder, FILE)} is damaged or not ours (${error.message}). Move it away, or give another folder with --data.`;
    default:
      return `Nothing can be kept in ${folder} (${error.message}).`;
  }
};

/** A failure of the database as a sentence; any other error as it is. */
export const asStorageFailed = (error: unknown, folder: string): unknown => {
  if (!isStorageError(error)) return error;
  const code = (error as { errcode?: number }).errcode;
  return new StorageFailed(sentence(code === undefined ? undefined : code & 0xff, folder, error as Error), {
    cause: error,
  });
};

const FILE = 'tactful.db';

/** Whether a local world has kept anything in a folder. */
export const hasStorage = (folder: string): boolean => existsSync(join(folder, FILE));

/**
 * Opens the database of a folder, for this process alone: the lock goes with the process, however it ends. The log is
 * written ahead, so that a process killed at any time leaves whole transactions only. Throws StorageFailed.
 */
export const openStorage = (folder: string): DatabaseSync => {
  let db: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    db = new DatabaseSync(join(folder, FILE));
    db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; BEGIN EXCLUSIVE; COMMIT');
    return db;
  } catch (error) {
    db?.close();
    if (isStorageError(error)) throw asStorageFailed(error, folder);
    throw new StorageFailed(
      `Cannot write to ${folder} (${(error as Error).message}). Give another folder with --data.`,
    );
  }
};
