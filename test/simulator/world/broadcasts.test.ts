import { DatabaseSync } from 'node:sqlite';
import { createMemoryBroadcasts } from '../../../simulator/world/broadcasts.memory.ts';
import { createSqliteBroadcasts } from '../../../simulator/world/broadcasts.sqlite.ts';
import { broadcastsContract } from '../../functions/shared/stores/broadcasts.contract.ts';

broadcastsContract('memory', createMemoryBroadcasts);
broadcastsContract('SQLite', () => createSqliteBroadcasts(new DatabaseSync(':memory:')));
