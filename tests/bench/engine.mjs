// Times the engine in WebAssembly, the reference in JavaScript and the mere reading of the bytes, in
// turn, so that whatever else the machine does falls on all alike. Prints one line of JSON.
//
//   node engine.mjs ROUNDS COUNT… -- NAME=module.wasm …

import fs from 'node:fs';
import { assess, entriesOf, ledgerOf, told } from './reference/set.mjs';

const SEED = 1;
const CITY = { place: 1, code: 'luan' };

const words = process.argv.slice(2);
const divide = words.indexOf('--');
const [rounds, ...counts] = words.slice(0, divide).map(Number);
const modules = words.slice(divide + 1).map((word) => {
  const [name, file] = word.split('=');
  return { name, code: new WebAssembly.Module(fs.readFileSync(file)) };
});

const memory = (engine, at, length) => new Uint8Array(engine.memory.buffer, at >>> 0, length >>> 0);

/** One run's time in nanoseconds, measured over so many. */
function time(repeat, act) {
  const start = process.hrtime.bigint();
  for (let turn = 0; turn < repeat; turn += 1) act();
  return Number(process.hrtime.bigint() - start) / repeat;
}

function read(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 1) sum += bytes[at];
  return sum;
}

function measure(count) {
  const acts = {};
  let entries;
  let expected;
  let bytes;
  for (const { name, code } of modules) {
    const engine = new WebAssembly.Instance(code).exports;
    engine.prepare(count, SEED, CITY.place);
    if (!entries) {
      bytes = memory(engine, engine.bytes_at(), engine.bytes_length()).slice();
      entries = entriesOf(bytes);
      expected = told(ledgerOf(entries), CITY.code);
    }
    const length = engine.tell();
    const heard = new TextDecoder().decode(memory(engine, engine.told_at(), length));
    if (heard !== expected) throw new Error(`${name} and the reference differ on ${count} entries`);
    acts[name] = () => engine.assess();
    acts[`${name}-ordered`] = () => engine.assess_ordered();
    acts[`${name}-read`] = () => engine.read_bytes();
  }
  const ordered = ledgerOf(entries);
  acts.js = () => assess(ledgerOf(entries), CITY.code);
  acts['js-ordered'] = () => assess(ordered, CITY.code);
  acts['js-read'] = () => read(bytes);
  const repeat = Math.min(100, Math.max(1, Math.trunc(100_000 / count)));
  const samples = Object.fromEntries(Object.keys(acts).map((name) => [name, []]));
  // Two rounds for the compilers to warm up, which are not counted.
  for (let round = -2; round < rounds; round += 1)
    for (const [name, act] of Object.entries(acts)) {
      const taken = time(repeat, act);
      if (round >= 0) samples[name].push(taken);
    }
  return { count, bytes: bytes.length, ...samples };
}

console.log(JSON.stringify(counts.map(measure)));
