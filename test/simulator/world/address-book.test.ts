import { DatabaseSync } from 'node:sqlite';
import { createMemoryAddressBook } from '../../../simulator/world/address-book.memory.ts';
import { createSqliteAddressBook } from '../../../simulator/world/address-book.sqlite.ts';
import { addressBookContract } from '../../functions/shared/stores/address-book.contract.ts';

addressBookContract('memory', createMemoryAddressBook);
addressBookContract('SQLite', () => createSqliteAddressBook(new DatabaseSync(':memory:')));
