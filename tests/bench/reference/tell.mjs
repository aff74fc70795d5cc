// Reads entries from standard input and tells their assessment in the city that is named.
import fs from 'node:fs';
import { entriesOf, ledgerOf, told } from './set.mjs';

process.stdout.write(told(ledgerOf(entriesOf(fs.readFileSync(0))), process.argv[2]));
