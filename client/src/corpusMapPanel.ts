// The corpus map beside the text: a page that can run its own script, load its own style, and nothing else.
import * as vscode from 'vscode';
import { typeInWords, whenChanged } from './listing.ts';
import { type FromPage, type Selection, type Strings, speakersAtOnce, type ToPage } from './map/messages.ts';
import { showPlace } from './places.ts';
import type { Server } from './server.ts';
import type { StatementList } from './statementsView.ts';

const viewType = 'readout.corpusMap';

export function registerCorpusMap(
  context: vscode.ExtensionContext,
  server: Server,
  statements: StatementList,
): vscode.Disposable {
  let open: vscode.WebviewPanel | undefined;
  const fill = (panel: vscode.WebviewPanel) => {
    open = panel;
    const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(context.extensionUri, 'media', 'map-light.svg'),
      dark: vscode.Uri.joinPath(context.extensionUri, 'media', 'map-dark.svg'),
    };
    const post = (message: ToPage) => panel.webview.postMessage(message);
    const listening = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: FromPage) => answer(message, server, statements, post)),
      whenChanged(
        server,
        panel,
        () => 'workspace',
        () => void post({ kind: 'changed' }),
      ),
    );
    panel.onDidDispose(() => {
      listening.dispose();
      if (open === panel) open = undefined;
    });
    panel.webview.html = pageOf(panel.webview, dist);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('readout.showCorpusMap', () => {
      if (open) return open.reveal();
      return fill(vscode.window.createWebviewPanel(viewType, vscode.l10n.t('Corpus Map'), vscode.ViewColumn.Active));
    }),
    // What the page had set is brought back by the page itself.
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async panel => {
        open?.dispose();
        fill(panel);
      },
    }),
  );
}

async function answer(
  message: FromPage,
  server: Server,
  statements: StatementList,
  post: (message: ToPage) => Thenable<boolean>,
): Promise<void> {
  switch (message.kind) {
    case 'ask': {
      const { name, offset } = message;
      const map = await server.corpusMap({ name, offset, limit: speakersAtOnce });
      await post({ kind: 'map', question: { name, offset }, map });
      return;
    }
    case 'open':
      return openStatements(message, server, statements);
    case 'save':
      return save(message);
  }
}

/** A single statement is opened in its document, several are listed. */
async function openStatements({ speaker, about, time }: Selection, server: Server, list: StatementList): Promise<void> {
  const days = time ? { from: time, to: time } : {};
  const { statements } = await server.statements({
    ...(speaker && { speaker: speaker.id }),
    ...(about && { about: about.id }),
    ...days,
    limit: 2,
  });
  const [only, another] = statements;
  if (only && !another) return showPlace(only.uri, only.range);
  await list.show({ ...(speaker && { speaker }), ...(about && { about }), ...days });
}

async function save({ format, content }: Extract<FromPage, { kind: 'save' }>): Promise<void> {
  const name = `corpus-map.${format}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: format === 'svg' ? { SVG: ['svg'] } : { PNG: ['png'] },
  });
  if (!target) return;
  const bytes =
    format === 'svg' ? new TextEncoder().encode(content) : Uint8Array.from(atob(content), unit => unit.charCodeAt(0));
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
    vscode.window.setStatusBarMessage(vscode.l10n.t('The corpus map is saved.'), 4000);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await vscode.window.showErrorMessage(vscode.l10n.t('The corpus map could not be saved: {0}', reason));
  }
}

/** No script but the page's own, no request to anywhere, pictures only as data. */
function pageOf(webview: vscode.Webview, dist: vscode.Uri): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(24)), byte => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const address = (name: string) => escaped(webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString());
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(vscode.l10n.t('Corpus Map'))}</title>
<link rel="stylesheet" href="${address('map.css')}">
</head>
<body data-strings="${escaped(JSON.stringify(strings()))}">
<script nonce="${nonce}" src="${address('map.js')}"></script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

/** Placeholders are filled in by the page: here they stand for themselves. */
function strings(): Strings {
  return {
    locale: vscode.env.language,
    title: vscode.l10n.t('Corpus Map'),
    timeline: vscode.l10n.t('Who speaks when'),
    graph: vscode.l10n.t('Who speaks about whom'),
    search: vscode.l10n.t('Name or office'),
    previous: vscode.l10n.t('More frequent speakers'),
    next: vscode.l10n.t('Less frequent speakers'),
    saveSvg: vscode.l10n.t('Save as SVG'),
    savePng: vscode.l10n.t('Save as PNG'),
    range: vscode.l10n.t('{0}–{1} of {2}', '{0}', '{1}', '{2}'),
    empty: vscode.l10n.t('Nobody speaks in the source documents of this workspace yet.'),
    notFound: vscode.l10n.t('Nobody who speaks is called “{0}”.', '{0}'),
    noLinks: vscode.l10n.t('None of these speakers speaks about anybody by name.'),
    timelineHelp: vscode.l10n.t(
      'Each mark stands for what a speaker says in the documents of one day. Arrow keys move between the marks; Enter or a click shows the statements.',
    ),
    graphHelp: vscode.l10n.t(
      'An arrow leads from a speaker to whom they speak about. Arrow keys move among the arrows, and behind the next Tab among the names; Enter or a click shows the statements.',
    ),
    undated: vscode.l10n.t('undated'),
    oneStatement: vscode.l10n.t('1 statement'),
    statements: vscode.l10n.t('{0} statements', '{0}'),
    link: vscode.l10n.t('{0} about {1}: {2}', '{0}', '{1}', '{2}'),
    spokenAbout: vscode.l10n.t('spoken about in {0}', '{0}'),
    silent: vscode.l10n.t('only spoken about'),
    types: {
      person: typeInWords('person'),
      organization: typeInWords('organization'),
      place: typeInWords('place'),
      event: typeInWords('event'),
      document: typeInWords('document'),
      unnamed: typeInWords('unnamed'),
    },
  };
}
