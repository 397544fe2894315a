import type { Answer, Job, Read } from './reader.ts';

/** Threads beside the server's own, in which documents are read; a host has them where its machine has. */
export interface Threads {
  /** How many are worth having. */
  readonly most: number;
  /** Whether a thread can read the file of an address by itself; otherwise it is given the bytes. */
  reaches(address: string): boolean;
  /** Starts one. */
  start(heard: Heard): Thread;
}

export interface Thread {
  send(jobs: readonly Job[]): void;
  /** At once, whatever it is doing. */
  end(): void;
}

export interface Heard {
  /** A thread that can read says so with no answers. */
  answered(answers: readonly Answer[]): void;
  /** It has ended by itself. */
  died(reason: string): void;
}

/** Shares out files among threads, and gets every one of them done. */
export interface Readers {
  /** How many more files can be given now; 0 where no thread will start, too. */
  room(): number;
  /** Whether a thread is running. */
  isAwake(): boolean;
  /** False once it has turned out that no thread will start. */
  isUsable(): boolean;
  give(address: string, bytes: Uint8Array | null): void;
  /** Ends all threads; gives the files that were left, which nothing more will be heard of. */
  drop(): string[];
}

/** As many as are read in some 50 ms, so that what is dropped is little and messages are few. */
const jobsAtOnce = 8;
/** A batch to work on and one to go on with. */
const jobsAhead = 2 * jobsAtOnce;
/** Milliseconds without an answer after which a thread is given up, and without work after which it is ended. */
const patience = 120_000;
const patienceAtStart = 30_000;
const idle = 5_000;
/** How often a thread may fail to start. */
const mostFailures = 2;

interface Hand {
  readonly thread: Thread;
  readonly jobs: Map<number, Given>;
  isReady: boolean;
  /** Given up after too long a silence, or ended where there is nothing to do. */
  timer: ReturnType<typeof setTimeout> | null;
}

interface Given {
  readonly job: Job;
  /** How many threads have died with it. */
  deaths: number;
}

/**
 * @param done called once for each file that is given and not dropped. A file with which a thread dies is read once more, by
 * itself, so that no other is blamed for it; where that thread dies as well it counts as unreadable. Null where no thread will
 * start.
 */
export function createReaders(
  threads: Threads | undefined,
  done: (address: string, read: Read | null) => void,
): Readers {
  const hands = new Set<Hand>();
  /** In the order in which they were given. */
  const queue: Given[] = [];
  /** Those with which a thread has died. */
  const suspects: Given[] = [];
  let failures = 0;
  let lastId = 0;

  const isUsable = () => threads !== undefined && failures < mostFailures;

  function start({ start }: Threads): void {
    const hand: Hand = {
      thread: start({ answered: answers => answered(hand, answers), died: reason => died(hand, reason) }),
      jobs: new Map(),
      isReady: false,
      timer: null,
    };
    hands.add(hand);
    watch(hand);
  }

  function watch(hand: Hand): void {
    if (hand.timer) clearTimeout(hand.timer);
    const isIdle = hand.isReady && hand.jobs.size === 0;
    const wait = hand.isReady ? patience : patienceAtStart;
    hand.timer = isIdle
      ? setTimeout(() => end(hand), idle)
      : setTimeout(() => died(hand, `no answer in ${wait / 1000} seconds`), wait);
  }

  function end(hand: Hand): void {
    if (hand.timer) clearTimeout(hand.timer);
    hands.delete(hand);
    hand.thread.end();
  }

  function answered(hand: Hand, answers: readonly Answer[]): void {
    if (!hands.has(hand)) return;
    hand.isReady = true;
    failures = 0;
    for (const { id, read } of answers) {
      const given = hand.jobs.get(id);
      if (!given) continue;
      hand.jobs.delete(id);
      done(given.job.address, read);
    }
    watch(hand);
    shareOut();
  }

  function died(hand: Hand, reason: string): void {
    if (!hands.has(hand)) return;
    end(hand);
    const left = [...hand.jobs.values()];
    if (!hand.isReady) failures++;
    for (const given of left) {
      given.deaths++;
      if (given.deaths < 2 || left.length > 1) suspects.push(given);
      else done(given.job.address, { unread: 'unreadable', detail: reason });
    }
    shareOut();
  }

  function shareOut(): void {
    if (!isUsable()) {
      giveBack();
      return;
    }
    for (let batches = 0; batches < jobsAhead / jobsAtOnce; batches++) for (const hand of hands) fill(hand);
    const wanting = suspects.length + Math.ceil(queue.length / jobsAtOnce);
    for (let missing = Math.min(wanting, threads!.most - hands.size); missing > 0; missing--) {
      start(threads!);
    }
  }

  function fill(hand: Hand): void {
    if (!hand.isReady) return;
    const suspect = hand.jobs.size === 0 ? suspects.shift() : undefined;
    if (suspect) send(hand, [suspect]);
    else if (hand.jobs.size <= jobsAhead - jobsAtOnce && !isTrying(hand)) send(hand, queue.splice(0, jobsAtOnce));
  }

  function isTrying({ jobs }: Hand): boolean {
    return [...jobs.values()].some(({ deaths }) => deaths > 0);
  }

  function send(hand: Hand, batch: readonly Given[]): void {
    if (batch.length === 0) return;
    for (const given of batch) hand.jobs.set(given.job.id, given);
    hand.thread.send(batch.map(({ job }) => job));
    watch(hand);
  }

  function giveBack(): void {
    for (const { job } of [...suspects.splice(0), ...queue.splice(0)]) done(job.address, null);
  }

  return {
    isUsable,
    isAwake: () => hands.size > 0,
    room: () => {
      if (!isUsable()) return 0;
      const given = [...hands].reduce((sum, { jobs }) => sum + jobs.size, queue.length + suspects.length);
      return Math.max(0, threads!.most * jobsAhead - given);
    },
    give: (address, bytes) => {
      queue.push({ job: { id: ++lastId, address, bytes }, deaths: 0 });
      // Those that are given together go together.
      if (queue.length === 1) queueMicrotask(shareOut);
    },
    drop: () => {
      const left = [...hands].flatMap(({ jobs }) => [...jobs.values()]).concat(suspects.splice(0), queue.splice(0));
      for (const hand of [...hands]) end(hand);
      return left.map(({ job }) => job.address);
    },
  };
}
