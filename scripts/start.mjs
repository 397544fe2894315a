// @ts-check
// `npm start`: opens the editor on the sample documents with Readout in it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { which } from './lib/browser.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { run } from './lib/processes.mjs';

const USAGE = `npm start -- [options]
  --port NUMBER  serve the editor at this port of loopback (any free one by default)
  --no-open      print the address and open no browser
  --served       serve the editor even where VS Code is installed`;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const seeds = path.join(root, 'seeds');

try {
  const options = readOptions();
  await installDependencies(root);
  await build();
  const code = options.served ? undefined : usersOwnEditor();
  if (code) openUsersOwn(code);
  else await serve(options);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      served: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit();
  }
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`Not a port: ${values.port}\n\n${USAGE}`);
  // Someone who names a port or wants no browser means the served editor.
  const served = Boolean(values.served || values.port || values['no-open']);
  return { port, open: !values['no-open'] && hasDisplay(), served };
}

async function build() {
  console.log('Building Readout …');
  const { code, output } = await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  if (code !== 0) throw new Error(`The build failed.\n${output}`);
}

/** VS Code's command where it can show a window; VS Code on Linux refuses to run as root. */
function usersOwnEditor() {
  if (!hasDisplay() || (process.platform === 'linux' && process.getuid?.() === 0)) return undefined;
  return ['code', 'code-insiders', 'codium'].map(which).find(Boolean);
}

/** The window is the user's: it stays when this process ends. */
function openUsersOwn(/** @type {string} */ code) {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, seeds];
  const shell = process.platform === 'win32';
  spawn(shell ? `"${code}"` : code, shell ? args.map(arg => `"${arg}"`) : args, { stdio: 'inherit', shell }).once(
    'error',
    error => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
  console.log(
    `VS Code opens on ${path.relative(process.cwd(), seeds) || seeds}, with Readout in it: open a document there.`,
  );
}

async function serve(/** @type {{ port: number, open: boolean }} */ { port, open }) {
  // These need the dependencies, which may just have been installed.
  const { installEditor, serveEditor, workbenchAddress } = await import('./lib/code-server.mjs');
  const editor = await installEditor(path.join(root, '.editor'));
  const workbench = await serveEditor(editor, { port, extension: root });
  const address = workbenchAddress(workbench, seeds);
  console.log(`\nReadout is at\n\n    ${address}\n\nOpen a document there. Ctrl+C ends it.`);
  const end = async () => {
    console.log('\nEnding the editor …');
    await workbench.close();
    process.exit(0);
  };
  // These come before the general handlers, which end this process by the signal.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    process.once(signal, end);
  }
  if (open) {
    const { default: openAddress } = await import('open');
    await openAddress(address).catch(() => console.log('No browser could be opened: open the address yourself.'));
  }
  await workbench.stopped;
  await workbench.close();
}

function hasDisplay() {
  if (process.env.SSH_CONNECTION) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
