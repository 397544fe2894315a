// @ts-check
// Child processes and temporary folders that never outlive this process.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
/** @type {Set<string>} */
const folders = new Set();

/** A folder that is removed with this process, or earlier by `removeFolder`. Its path is short: sockets live there. */
export function temporaryFolder(prefix = 'readout-') {
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  folders.add(folder);
  return folder;
}

/** @param {string} folder */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  folders.delete(folder);
}

/**
 * Starts a command in a process group of its own, which ends with this process at the latest.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    ...options,
  });
  children.add(child);
  child.once('error', () => children.delete(child));
  // What the child itself started may still run, so the group is signalled once more.
  child.once('exit', () => {
    signalGroup(child, 'SIGTERM');
    children.delete(child);
  });
  return child;
}

/**
 * Ends a child and everything it started: politely at first, for good after three seconds.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stop(child) {
  const gone =
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise(done => child.once('exit', done));
  signalGroup(child, 'SIGTERM');
  await Promise.race([gone, new Promise(done => setTimeout(done, 3000).unref())]);
  signalGroup(child, 'SIGKILL');
  await gone;
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { echo?: boolean }} [options] `echo` passes the output on as it comes.
 * @returns {Promise<{ code: number, output: string }>} The exit code (1 for a signal, 127 where it cannot be started) and all it printed.
 */
export function run(command, args, { echo = false, ...options } = {}) {
  return new Promise(done => {
    const child = start(command, args, options);
    let output = '';
    for (const [stream, sink] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream?.setEncoding('utf8');
      stream?.on('data', (/** @type {string} */ text) => {
        output += text;
        if (echo) sink.write(text);
      });
    }
    child.once('error', error => done({ code: 127, output: `${output}${error.message}\n` }));
    child.once('close', code => done({ code: code ?? 1, output }));
  });
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}

function leaveNothingBehind() {
  for (const child of children) signalGroup(child, 'SIGKILL');
  for (const folder of [...folders]) {
    try {
      removeFolder(folder);
    } catch {
      // The system's own cleaning of temporary folders is the last resort.
    }
  }
}

process.once('exit', leaveNothingBehind);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const child of children) signalGroup(child, 'SIGTERM');
    leaveNothingBehind();
    process.kill(process.pid, signal);
  });
}
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'EPIPE') process.exit(141);
  });
}
