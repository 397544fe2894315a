import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Job, Read } from '../../server/src/protocol/reader.ts';
import { createReaders, type Heard, type Thread } from '../../server/src/protocol/readers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Started extends Heard {
  readonly jobs: Job[];
  ended: boolean;
}

const read: Read = { facts: new Uint8Array(), isLong: false };

function made(most = 2) {
  const started: Started[] = [];
  const done: string[] = [];
  const threads = {
    most,
    reaches: () => true,
    start: (heard: Heard): Thread => {
      const thread: Started = { ...heard, jobs: [], ended: false };
      started.push(thread);
      queueMicrotask(() => heard.answered([]));
      return { send: jobs => void thread.jobs.push(...jobs), end: () => void (thread.ended = true) };
    },
  };
  const readers = createReaders(threads, (address, read) =>
    done.push(`${address} ${read?.unread ?? (read ? 'read' : 'back')}`),
  );
  const give = async (...addresses: string[]) => {
    for (const address of addresses) readers.give(address, null);
    await turn();
  };
  return { started, done, readers, give };
}

const turn = async () => {
  for (let step = 0; step < 4; step++) await Promise.resolve();
};
const names = (jobs: readonly Job[]) => jobs.map(({ address }) => address);
const many = (count: number) => Array.from({ length: count }, (_, n) => `${n}`);

/** The thread answers for all that it was sent. */
function answer(thread: Started): void {
  thread.answered(thread.jobs.splice(0).map(({ id }) => ({ id, read })));
}

test('files are shared out among as many threads as there are, no more than they can take', async () => {
  const { started, readers, give, done } = made();
  expect(readers.room()).toBe(32);
  await give(...many(30));
  expect(readers.room()).toBe(2);
  expect(started.map(({ jobs }) => jobs.length)).toEqual([16, 14]);
  for (const thread of started) answer(thread);
  expect(done.length).toBe(30);
  expect(readers.room()).toBe(32);
});

test('threads without work are ended, and started again when there is some', async () => {
  const { started, readers, give } = made();
  await give('a');
  answer(started[0]!);
  vi.advanceTimersByTime(60_000);
  expect(started[0]!.ended).toBe(true);
  expect(readers.isAwake()).toBe(false);
  await give('b');
  expect(names(started[1]!.jobs)).toEqual(['b']);
});

test('the files of a thread that dies are read one by one by others, and none is blamed for another', async () => {
  const { started, give, done } = made(1);
  await give('a', 'bad', 'c');
  expect(names(started[0]!.jobs)).toEqual(['a', 'bad', 'c']);
  started[0]!.died('out of memory');
  await turn();
  const next = () => started.at(-1)!;
  for (let step = 0; step < 10 && done.length < 3; step++) {
    expect(next().jobs.length).toBe(1);
    if (next().jobs[0]!.address === 'bad') next().died('out of memory');
    else answer(next());
    await turn();
  }
  expect(done.sort()).toEqual(['a read', 'bad unreadable', 'c read']);
});

test('a file that kills a thread by itself is tried once more', async () => {
  const { started, give, done } = made(1);
  await give('bad');
  started[0]!.died('x');
  await turn();
  expect(done).toEqual([]);
  started[1]!.died('x');
  await turn();
  expect(done).toEqual(['bad unreadable']);
});

test('a thread that says nothing for long is given up', async () => {
  const { started, give, done } = made(1);
  await give('slow');
  vi.advanceTimersByTime(130_000);
  await turn();
  expect(started[0]!.ended).toBe(true);
  vi.advanceTimersByTime(130_000);
  expect(done).toEqual(['slow unreadable']);
});

test('where no thread will start the files come back', async () => {
  const done: (Read | null)[] = [];
  let starts = 0;
  const start = ({ died }: Heard): Thread => {
    starts++;
    queueMicrotask(() => died('no such script'));
    return { send: () => {}, end: () => {} };
  };
  const readers = createReaders({ most: 1, reaches: () => true, start }, (_, read) => done.push(read));
  readers.give('a', null);
  readers.give('b', null);
  await turn();
  expect(starts).toBe(2);
  expect(done).toEqual([null, null]);
  expect(readers.room()).toBe(0);
  expect(createReaders(undefined, () => {}).isUsable()).toBe(false);
});

test('what is dropped is not heard of again', async () => {
  const { started, give, done, readers } = made();
  await give(...many(40));
  const before = [...started];
  expect(readers.drop().sort()).toEqual(many(40).sort());
  for (const thread of before) {
    expect(thread.ended).toBe(true);
    answer(thread);
    thread.died('ended');
  }
  expect(done).toEqual([]);
  vi.advanceTimersByTime(600_000);
  expect(started.length).toBe(before.length);
});
