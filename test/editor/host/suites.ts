// What Readout does in the editor, seen through the editor's own commands.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openPlace } from '../../../client/src/places.ts';
import type { HumanReading, RealDocuments, Span } from './real.ts';
import type { Servers } from './servers.ts';

/** What the machine of the extension host lets a suite do; a browser lets it do neither. */
export interface Machine {
  readonly real: RealDocuments | null;
  readonly servers: Servers | null;
}

const CALL = 'seeds/fishing-call.txt';
const VISIT = 'seeds/port-visit.txt';

export function defineSuites({ real, servers }: Machine): void {
  describe('Readout in the extension host', () => {
    describe('documents', () => {
      it('starts when a source document is opened, with nobody calling it', async () => {
        await open(CALL);
        await until('the extension is active', () => extension().isActive);
      });
      for (const [path, language] of [
        [CALL, 'seed'],
        ['telegram.seed', 'seed'],
        ['000_0123456789abcdef.txt', 'seed'],
        ['notes/shopping.txt', 'plaintext'],
      ] as const) {
        it(`${path} is ${language}`, async () => assert.equal((await open(path)).languageId, language));
      }
      it('keeps hyphenated names whole as words', async () => {
        const document = await untitled('Jean-Marc wrote about COVID-19 again.');
        assert.deepEqual([wordAt(document, 'Marc'), wordAt(document, '19')], ['Jean-Marc', 'COVID-19']);
      });
    });

    describe('outline', () => {
      it('lists who speaks, and under each speaker what they say', async () => {
        const outline = await symbols(await open(CALL));
        const speakers = outline.filter(symbol => symbol.children.length > 0);
        assert.deepEqual(
          speakers.map(symbol => symbol.name.replace(/ \(\d+\)$/, '')),
          ['Ingrid Solhaug', 'Duarte Vilhena', 'Observers'],
        );
        const solhaug = speakers[0] as vscode.DocumentSymbol;
        assert.match(solhaug.children[0]?.name ?? '', /^Norway will open its northern ports/);
        assert.ok(solhaug.children.length >= 4, `${solhaug.children.length} statements`);
      });
      it('has disjoint siblings, and children inside their parents', async () => {
        const check = (siblings: vscode.DocumentSymbol[]): void => {
          siblings.forEach((symbol, index) => {
            const next = siblings[index + 1];
            assert.ok(
              !next || symbol.range.end.isBeforeOrEqual(next.range.start),
              `${symbol.name} runs into ${next?.name}`,
            );
            assert.ok(
              symbol.children.every(child => symbol.range.contains(child.range)),
              `${symbol.name} holds its children`,
            );
            check(symbol.children);
          });
        };
        check(await symbols(await open(CALL)));
      });
      it('follows an edit', async () => {
        const document = await untitled('Ingrid Solhaug said the lamp is lit.\n');
        await edit(document, new vscode.Position(1, 0), '\nDuarte Vilhena said the nets were dry.\n');
        await until('the new speaker is there', async () =>
          (await symbols(document)).some(symbol => symbol.name === 'Duarte Vilhena'),
        );
      });
    });

    describe('names', () => {
      it('a hover says who it is, and the office', async () => {
        const text = await hover(await open(CALL), 'Solhaug said');
        assert.match(text, /Ingrid Solhaug/);
        assert.match(text, /Foreign Minister/);
      });
      it('a hover shows markup of the document as text', async () => {
        const document = await untitled(
          'Ingrid [Solhaug](command:workbench.action.quit) <img src="x"> said the *lamp* is lit.\n',
        );
        const hovers = await hoversAt(document, 'Ingrid');
        for (const markdown of hovers.flatMap(item => item.contents as vscode.MarkdownString[])) {
          assert.ok(!markdown.isTrusted, 'not trusted');
          assert.ok(!markdown.supportHtml, 'no HTML');
          assert.doesNotMatch(markdown.value, /(?<!\\)\]\(command:/);
        }
      });
      it('a hover on a resolved nominal says whom it stands for', async () => {
        assert.match(await hover(await open(CALL), 'foreign minister promised'), /Duarte Vilhena/);
      });
      it('the definition is the mention that introduces the person', async () => {
        const document = await open(CALL);
        const [definition] = await locations('vscode.executeDefinitionProvider', document, 'Solhaug said');
        assert.ok(definition, 'there is one');
        assert.equal(await textOf(definition), 'Ingrid Solhaug');
      });
      it('references list the mentions in all documents of the workspace', async () => {
        const document = await open(CALL);
        await until('the closed document is read', async () => {
          const found = await locations('vscode.executeReferenceProvider', document, 'Solhaug said');
          return (
            found.some(location => location.uri.path.endsWith(VISIT)) &&
            found.some(location => location.uri.path.endsWith(CALL))
          );
        });
      });
      it('highlights every mention in the document, a pronoun too', async () => {
        const document = await open(CALL);
        const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
          'vscode.executeDocumentHighlights',
          document.uri,
          positionOf(document, 'Solhaug said'),
        );
        assert.deepEqual(found.map(highlight => document.getText(highlight.range)).sort(), [
          'Ingrid Solhaug',
          'Solhaug',
          'she',
        ]);
      });
      it('workspace symbols find a person by part of the name', async () => {
        await until('the person is found', async () => {
          const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
            'vscode.executeWorkspaceSymbolProvider',
            'solhaug',
          );
          return found.some(symbol => symbol.name.includes('Ingrid Solhaug'));
        });
      });
      it('implementations are what the speaker says, in all documents', async () => {
        const document = await open(CALL);
        await until('the statements of both documents are there', async () => {
          const found = await locations('vscode.executeImplementationProvider', document, 'Solhaug said');
          const texts = await Promise.all(found.map(textOf));
          return (
            texts.some(text => text.startsWith('Cod stocks have recovered')) &&
            texts.some(text => text.startsWith('every ship carries an observer'))
          );
        });
      });
      it('the call hierarchy says who speaks about whom', async () => {
        const document = await untitled(
          'Ingrid Solhaug said that Duarte Vilhena was right. "Ingrid Solhaug is welcome," Vilhena said.\n',
        );
        const [vilhena] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
          'vscode.prepareCallHierarchy',
          document.uri,
          positionOf(document, 'Duarte'),
        );
        assert.equal(vilhena?.name, 'Duarte Vilhena');
        const incoming = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
          'vscode.provideIncomingCalls',
          vilhena,
        );
        const from = incoming.find(call => call.from.uri.toString() === document.uri.toString());
        assert.equal(from?.from.name, 'Ingrid Solhaug');
        assert.deepEqual(
          from.fromRanges.map(range => document.getText(range)),
          ['Duarte Vilhena'],
        );
        const outgoing = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
          'vscode.provideOutgoingCalls',
          vilhena,
        );
        assert.equal(outgoing[0]?.to.name, 'Ingrid Solhaug');
      });
      it('follows files that are created and deleted', async () => {
        const document = await open(CALL);
        const uri = vscode.Uri.joinPath(folder(), 'seeds', 'late-news.txt');
        const listed = async () =>
          (await locations('vscode.executeReferenceProvider', document, 'Solhaug said')).some(
            location => location.uri.path === uri.path,
          );
        await vscode.workspace.fs.writeFile(
          uri,
          new TextEncoder().encode('Norwegian Foreign Minister Ingrid Solhaug said the ice is thin.\n'),
        );
        await until('the new file is read', listed);
        await vscode.workspace.fs.delete(uri);
        await until('the deleted file is forgotten', async () => !(await listed()));
      });
    });

    describe('the text', () => {
      it('folds the header and the turns', async () => {
        const document = await open(VISIT);
        const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
          'vscode.executeFoldingRangeProvider',
          document.uri,
        );
        assert.deepEqual(
          folds.map(({ start, end }) => [start, end]),
          [
            [0, 2],
            [4, 6],
          ],
        );
      });
      it('is selected from the word to the statement to the document', async () => {
        const document = await open(CALL);
        const [innermost] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
          'vscode.executeSelectionRangeProvider',
          document.uri,
          [positionOf(document, 'stocks have')],
        );
        const texts: string[] = [];
        for (let range = innermost; range; range = range.parent) texts.push(document.getText(range.range));
        assert.ok(texts.includes('stocks'), texts[0]);
        assert.ok(texts.includes('Cod stocks have recovered faster than expected'), texts.join('\n'));
        assert.equal(texts.at(-1), document.getText());
      });
      it('has links where addresses stand', async () => {
        const document = await untitled('Read www.harbour.example or https://paper.example/a(b).\n');
        const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
          'vscode.executeLinkProvider',
          document.uri,
        );
        const found = links.map(({ range, target }) => `${document.getText(range)} ${target?.authority}`);
        assert.ok(found.includes('www.harbour.example www.harbour.example'), found.join());
        assert.ok(found.includes('https://paper.example/a(b) paper.example'), found.join());
      });
      it('has colours: persons, places, cues and quotations, none over another', async () => {
        const document = await open(CALL);
        const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
          'vscode.provideDocumentSemanticTokensLegend',
          document.uri,
        );
        const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
          'vscode.provideDocumentSemanticTokens',
          document.uri,
        );
        const found = tokensOf(document, legend, data);
        const has = (words: string, type: string, ...modifiers: string[]) =>
          found.some(
            token =>
              token.words === words &&
              token.type === type &&
              modifiers.every(modifier => token.modifiers.includes(modifier)),
          );
        assert.ok(has('Ingrid Solhaug', 'person', 'introduction', 'speaker'), JSON.stringify(found));
        assert.ok(has('said', 'cue'));
        assert.ok(has('"We counted every boat twice,"', 'quotation'));
        assert.ok(has('Norway', 'place'));
        found.forEach((token, index) => {
          const next = found[index + 1];
          assert.ok(
            !next || token.range.end.isBeforeOrEqual(next.range.start),
            `${token.words} runs into ${next?.words}`,
          );
        });
      });
      it('says whom a pronoun stands for, if it is asked to', async () => {
        const document = await open(CALL);
        const hints = async () =>
          (
            await vscode.commands.executeCommand<vscode.InlayHint[]>(
              'vscode.executeInlayHintProvider',
              document.uri,
              wholeOf(document),
            )
          ).map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
        assert.deepEqual(await hints(), []);
        const settings = vscode.workspace.getConfiguration('readout');
        await settings.update('inlayHints', 'references', vscode.ConfigurationTarget.Workspace);
        await until('the hints are there', async () => (await hints()).includes('Ingrid Solhaug'));
        await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Workspace);
        await until('they are gone', async () => (await hints()).length === 0);
      });
      it('shows a lens over a turn, if it is asked to; a click lists the references', async () => {
        const document = await open(VISIT);
        const settings = vscode.workspace.getConfiguration('readout');
        await settings.update('codeLens', true, vscode.ConfigurationTarget.Workspace);
        const lenses = async () =>
          (await vscode.commands.executeCommand<vscode.CodeLens[]>(
            'vscode.executeCodeLensProvider',
            document.uri,
            10,
          )) ?? [];
        await until('the lens is there', async () => (await lenses()).length > 0);
        const [lens] = await lenses();
        assert.match(lens?.command?.title ?? '', /^\d+ mentions · \d+ statements · first seen \d+ \w+ 2021$/);
        assert.equal(lens?.command?.command, 'readout.showReferences');
        await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
        await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
        await until('it is gone', async () => (await lenses()).length === 0);
      });
    });

    describe('problems', () => {
      it('lists the malformed separators', async () => {
        const document = await open(CALL);
        const expected = [
          'extra-blank-line',
          'glued-stamp',
          'leading-space',
          'missing-final-newline',
          'no-break-space',
          'trailing-space',
        ];
        await until('the problems are there', () => problems(document).length >= expected.length);
        assert.deepEqual(problems(document).map(codeOf).sort(), expected);
      });
      it('each links to the page that says why', async () => {
        const document = await open(CALL);
        await until('the problems are there', () => problems(document).length > 0);
        for (const { code } of problems(document)) {
          assert.ok(typeof code === 'object', `${code} has a link`);
          assert.ok(code.target.path.endsWith(`/docs/rules/${code.value}.md`), code.target.toString());
        }
      });
      it('offers a fix for each, and the fix removes it', async () => {
        const text = (await open(CALL)).getText();
        const document = await untitled(text);
        await until('the problems are there', () => problems(document).length >= 6);
        for (const code of problems(document).map(codeOf)) {
          const problem = problems(document).find(found => codeOf(found) === code);
          assert.ok(problem, code);
          const actions = await codeActions(document, problem.range, 'quickfix');
          // The editor's command leaves out which problem an action is for; its title says what is wrong.
          const fix = actions.find(({ title }) =>
            problem.message.toLowerCase().startsWith(title.replace('Fix: ', '').toLowerCase()),
          );
          assert.ok(fix?.edit, `a fix for ${code}`);
          assert.ok(await vscode.workspace.applyEdit(fix.edit));
          await until(`${code} is gone`, () => problems(document).every(found => codeOf(found) !== code));
        }
      });
      it('fixes all at once', async () => {
        const document = await untitled((await open(CALL)).getText());
        await until('the problems are there', () => problems(document).length >= 6);
        const [all] = await codeActions(document, wholeOf(document), 'source.fixAll');
        assert.ok(all?.edit, 'a fix for all');
        assert.ok(await vscode.workspace.applyEdit(all.edit));
        await until('no problem is left', () => problems(document).length === 0);
      });
    });

    describe('the people file', () => {
      const write = async (text: string) => {
        const uri = vscode.Uri.joinPath(folder(), 'people.yaml');
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
        return uri;
      };
      after(async () => {
        await closeAll();
        await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), 'people.yaml'), { useTrash: false });
      });

      it('is not offered a formatter, which the YAML extension has', async () => {
        const uri = await write('- name:   Ingrid Solhaug\n');
        const document = await open('people.yaml');
        await until('the server has it', async () => /mentions in/.test(await hover(document, 'Solhaug')));
        const edits = (of: vscode.Uri) =>
          vscode.commands.executeCommand<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', of, {});
        assert.equal(await edits(uri), undefined);
        assert.ok(await edits((await open(CALL)).uri));
      });
      it('says which names no document has, and completes those that one has', async () => {
        await closeAll();
        await write('- name: Ingrid Solhaug\n  aliases: [Nobody Known]\n');
        const document = await open('people.yaml');
        await until('the unknown name is marked', () =>
          problems(document).some(problem => document.getText(problem.range).includes('Nobody Known')),
        );
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          positionOf(document, '[Nobody'),
        );
        assert.ok(
          items.some(({ label }) => label === 'Duarte Vilhena'),
          items.map(({ label }) => label).join(),
        );
      });
      it('is where the type definition leads, and its name is renamed there alone', async () => {
        const document = await open(CALL);
        await until('the entry is found', async () =>
          (await locations('vscode.executeTypeDefinitionProvider', document, 'Solhaug said')).some(({ uri }) =>
            uri.path.endsWith('/people.yaml'),
          ),
        );
        const people = await open('people.yaml');
        const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          people.uri,
          positionOf(people, 'Ingrid'),
          'Inga Solhaug',
        );
        assert.deepEqual(
          edit.entries().map(([uri]) => uri.path.split('/').at(-1)),
          ['people.yaml'],
        );
      });
      it('is written by a code action on a name', async () => {
        const document = await open(CALL);
        const actions = await codeActions(document, rangeOf(document, 'Duarte Vilhena'), 'refactor');
        const place = actions.find(({ title }) => title === 'Duarte Vilhena is a place');
        assert.ok(place, actions.map(({ title }) => title).join());
      });
    });

    describe('"Read This File as a Source Document"', () => {
      it('opts an untitled document in', async () => {
        const document = await vscode.workspace.openTextDocument({ content: 'Ingrid Solhaug said the lamp is lit.\n' });
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('readout.readAsSource');
        await until('its outline is there', async () =>
          (await symbols(document)).some(symbol => symbol.name === 'Ingrid Solhaug'),
        );
      });
      it('opts a file in, remembers it in the workspace, and leaves its neighbours alone', async () => {
        assert.equal((await open('notes/interview.txt')).languageId, 'plaintext');
        await vscode.commands.executeCommand('readout.readAsSource');
        await until('it is a source document', () => vscode.window.activeTextEditor?.document.languageId === 'seed');
        const settings = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder(), '.vscode', 'settings.json'));
        assert.match(new TextDecoder().decode(settings), /notes\/interview\.txt/);
        await closeAll();
        await until('it opens as one again', async () => (await open('notes/interview.txt')).languageId === 'seed');
        assert.equal((await open('notes/shopping.txt')).languageId, 'plaintext');
      });
      it('from then on its mentions are found from other documents, closed or not', async () => {
        await closeAll();
        const document = await open(CALL);
        await until('the opted-in document is among the references', async () =>
          (await locations('vscode.executeReferenceProvider', document, 'Vilhena said')).some(location =>
            location.uri.path.endsWith('notes/interview.txt'),
          ),
        );
      });
    });

    describe('bad input', () => {
      // The editor gives an empty list for a request that failed as well, so each must give what its text holds.
      for (const [what, text, said, codes] of [
        ['an empty document', '', 0, []],
        [
          'control characters and a lone surrogate',
          'Ingrid \u0000Solhaug\u0007 said \ud800 the lamp is lit.\n',
          1,
          ['control-character', 'control-character'],
        ],
        [
          'an unclosed quotation',
          '"We counted every boat, Solhaug said.\n\nVilhena said the nets were dry.\n',
          1,
          ['unclosed-quotation'],
        ],
        ['one very long line', `${'The lamp is lit, Solhaug said. '.repeat(30_000)}\n`, 30_000, ['trailing-space']],
      ] as const) {
        it(`${what} has its outline, colours and problems, and the server stays up`, async () => {
          const document = await untitled(text);
          assert.equal(statementsIn(await symbols(document)), said);
          // In a range, as the editor asks where a document has too many tokens for all of them.
          const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
            'vscode.provideDocumentRangeSemanticTokens',
            document.uri,
            new vscode.Range(0, 0, 3, 100),
          );
          assert.ok(tokens, 'colours are answered');
          assert.equal(tokens.data.length > 0, said > 0);
          // On some of its ways an editor replaces half of a surrogate pair.
          const found = () =>
            problems(document)
              .map(codeOf)
              .filter(code => code !== 'replacement-character');
          await until('the problems are there', () => found().length >= codes.length);
          assert.deepEqual(found().sort(), [...codes]);
          assert.ok((await symbols(await open(CALL))).length > 0);
        });
      }
    });

    describe('the real documents', () => {
      if (!real) {
        it('are not here: their tests are left out');
        return;
      }
      for (const file of real.files) {
        it(`${file.slice(0, 3)}: the outline shows speakers with their statements`, async () => {
          const outline = await symbols(await open(`real/${file}`));
          assert.ok(turnsOf(outline).length > 0);
        });
        it(`${file.slice(0, 3)}: "Fix All" leaves only what an editor must decide`, async () => {
          const document = await untitled((await open(`real/${file}`)).getText());
          await until('the problems are there', () => problems(document).length > 0);
          const [all] = await codeActions(document, wholeOf(document), 'source.fixAll');
          assert.ok(all?.edit, 'a fix for all');
          assert.ok(await vscode.workspace.applyEdit(all.edit));
          await until('only duplicates are left', () =>
            problems(document).every(problem => codeOf(problem) === 'duplicate-paragraph'),
          );
        });
      }
      for (const reading of real.readings) {
        const file = `real/${reading.id}.txt`;
        it(`${reading.id.slice(0, 3)}: the outline shows the speakers and statements that a person lists`, async () => {
          const document = await open(file);
          const turns = turnsOf(await symbols(document));
          const said = reading.quotes.filter(quote => !quote.speechAct);
          const missing = said.filter(quote => !isInOutline(quote, reading, document, turns));
          const share = 1 - missing.length / said.length;
          assert.ok(
            share >= 0.9,
            `${Math.round(100 * share)} % of ${said.length}; missing: ${missing.map(({ spans }) => spans[0]?.start)}`,
          );
        });
        it(`${reading.id.slice(0, 3)}: every problem that a person finds is listed, and no other`, async () => {
          const document = await open(file);
          const expected = reading.problems.filter(problem => !problem.optional).map(problem => problem.code);
          await until('the problems are there', () => problems(document).length >= expected.length);
          assert.deepEqual(problems(document).map(codeOf).sort(), expected.sort());
        });
        for (const person of speakersOf(reading)) {
          const short = reading.mentions.find(
            mention => mention.entities.includes(person.id) && mention.kind === 'short',
          );
          if (!short) continue;
          it(`${reading.id.slice(0, 3)}: ${person.name} by the short name: the hover has the office, references have every document`, async () => {
            const document = await open(file);
            const position = document.positionAt(short.start);
            const text = (
              await vscode.commands.executeCommand<vscode.Hover[]>(
                'vscode.executeHoverProvider',
                document.uri,
                position,
              )
            )
              .flatMap(textsOf)
              .join('\n');
            assert.ok(text.includes(person.name), text);
            const office = person.roles[0]?.title ?? '';
            assert.ok(text.includes(office), `${office} in ${text}`);

            const others = real.readings.filter(({ entities }) =>
              entities.some(({ type, name }) => type === 'person' && name === person.name),
            );
            await until('references have them', async () => {
              const found = await vscode.commands.executeCommand<vscode.Location[]>(
                'vscode.executeReferenceProvider',
                document.uri,
                position,
              );
              return others.every(({ id }) => found.some(({ uri }) => uri.path.endsWith(`${id}.txt`)));
            });
          });
        }
      }
    });

    describe('views', () => {
      it('every command of the manifest is there', async () => {
        const there = new Set(await vscode.commands.getCommands(true));
        const contributed: { command: string }[] = extension().packageJSON.contributes.commands;
        assert.deepEqual(
          contributed.map(({ command }) => command).filter(command => !there.has(command)),
          [],
        );
      });
      it('the statements of the workspace are copied with speaker, date, outlet, file and line', async () => {
        await open(CALL);
        await vscode.commands.executeCommand('readout.statements.clearFilter');
        await until('they are on the clipboard', async () => {
          await vscode.commands.executeCommand('readout.copyAll');
          return /Cod stocks have recovered[^\n]*\n— Ingrid Solhaug, 15 May 2021, Fjord Wire, seeds\/fishing-call\.txt:\d+\n/.test(
            await vscode.env.clipboard.readText(),
          );
        });
      });
      it('of this document alone, and followed to the next', async () => {
        await open(CALL);
        await vscode.commands.executeCommand('readout.statements.ofDocument');
        const files = async () => {
          await vscode.commands.executeCommand('readout.copyAll');
          const copied = await vscode.env.clipboard.readText();
          return new Set([...copied.matchAll(/, (\S+):\d+\n/g)].map(([, file]) => file));
        };
        await until('they are of one', async () => [...(await files())].join() === CALL);
        await open(VISIT);
        await until('they are of the other', async () => [...(await files())].join() === VISIT);
        await vscode.commands.executeCommand('readout.statements.ofWorkspace');
      });
      it('a statement opens with its words selected', async () => {
        const document = await open(CALL);
        const start = document.positionAt(document.getText().indexOf('Cod stocks'));
        const end = start.translate(0, 'Cod stocks'.length);
        await open(VISIT);
        const { command, arguments: given = [] } = openPlace('', {
          uri: document.uri.toString(),
          range: { start, end },
        });
        await vscode.commands.executeCommand(command, ...given);
        const editor = vscode.window.activeTextEditor;
        assert.ok(editor);
        assert.equal(editor.document.getText(editor.selection), 'Cod stocks');
      });
      it('the corpus map opens once', async () => {
        const maps = () =>
          vscode.window.tabGroups.all
            .flatMap(group => group.tabs)
            .filter(
              ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('readout.corpusMap'),
            );
        await vscode.commands.executeCommand('readout.showCorpusMap');
        await vscode.commands.executeCommand('readout.showCorpusMap');
        await until('it is there', () => maps().length === 1);
        await vscode.window.tabGroups.close(maps());
      });
    });

    it('the server can be restarted', async () => {
      await vscode.commands.executeCommand('readout.restartServer');
      const document = await open(CALL);
      await until('the outline is back', async () => (await symbols(document)).length > 0);
    });

    describe('a server that stops unexpectedly', () => {
      if (!servers) {
        it('cannot be brought about here: left out');
        return;
      }
      const crash = async () => {
        const [pid] = servers.running();
        assert.ok(pid, 'a server runs');
        servers.kill(pid);
        await until('it is gone', () => !servers.running().includes(pid));
      };
      const isBack = () => until('another runs', () => servers.running().length > 0);

      it('is started again, with open documents and files read anew', async () => {
        const document = await open(CALL);
        await crash();
        await isBack();
        await until('the references of every document are back', async () =>
          (await locations('vscode.executeReferenceProvider', document, 'Solhaug said')).some(({ uri }) =>
            uri.path.endsWith(VISIT),
          ),
        );
      });
      it('is left alone after five times in three minutes, and can be started again', async () => {
        for (let time = 2; time <= 5; time++) {
          await isBack();
          // A server that dies while it is started is another matter than one that crashes.
          await until('it answers', async () => (await symbols(await open(CALL))).length > 0);
          await crash();
        }
        await new Promise(done => setTimeout(done, 2000));
        assert.deepEqual(servers.running(), []);
        await vscode.commands.executeCommand('readout.restartServer');
        await until('the outline is back', async () => (await symbols(await open(CALL))).length > 0);
      }).timeout(120_000);
    });
  });
}

function turnsOf(outline: vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return outline.flatMap(symbol => [...(symbol.children.length > 0 ? [symbol] : []), ...turnsOf(symbol.children)]);
}

function statementsIn(outline: vscode.DocumentSymbol[]): number {
  return turnsOf(outline).reduce(
    (sum, { children }) => sum + children.filter(item => item.children.length === 0).length,
    0,
  );
}

/** Whether a turn of the right speaker has a statement in the same place. */
function isInOutline(
  { spans, speakers }: { spans: readonly Span[]; speakers: readonly string[] },
  reading: HumanReading,
  document: vscode.TextDocument,
  turns: vscode.DocumentSymbol[],
): boolean {
  const names = speakers.map(id => reading.entities.find(entity => entity.id === id)?.name ?? id);
  const ranges = spans.map(({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)));
  return turns.some(
    turn =>
      names.every(name => turn.name.includes(name)) &&
      turn.children.some(child => ranges.some(range => child.range.intersection(range)?.isEmpty === false)),
  );
}

function speakersOf({ entities, quotes }: HumanReading): HumanReading['entities'][number][] {
  return entities.filter(({ id, type }) => type === 'person' && quotes.some(({ speakers }) => speakers.includes(id)));
}

interface Token {
  readonly range: vscode.Range;
  readonly words: string;
  readonly type: string;
  readonly modifiers: readonly string[];
}

function tokensOf(document: vscode.TextDocument, legend: vscode.SemanticTokensLegend, data: Uint32Array): Token[] {
  const found: Token[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.subarray(at, at + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const range = new vscode.Range(line, character, line, character + length);
    const modifiers = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    found.push({ range, words: document.getText(range), type: legend.tokenTypes[type] ?? '', modifiers });
  }
  return found;
}

function wholeOf(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(0, 0, document.lineCount, 0);
}

function textsOf(hover: vscode.Hover): string[] {
  return hover.contents.map(content => (typeof content === 'string' ? content : content.value));
}

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('readout.readout');
  assert.ok(found, 'the extension is installed');
  return found;
}

function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'a folder is open');
  return first.uri;
}

async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), path));
  await vscode.window.showTextDocument(document);
  return document;
}

async function untitled(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content, language: 'seed' });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Closes every editor; what was not saved is thrown away, so that no dialog asks about it. */
async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

async function edit(document: vscode.TextDocument, position: vscode.Position, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.insert(document.uri, position, text);
  assert.ok(await vscode.workspace.applyEdit(change));
}

/** The first place of some words. */
function positionOf(document: vscode.TextDocument, words: string): vscode.Position {
  const offset = document.getText().indexOf(words);
  assert.notEqual(offset, -1, `"${words}" is in the document`);
  return document.positionAt(offset + 1);
}

function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.positionAt(document.getText().indexOf(words));
  return new vscode.Range(start, start.translate(0, words.length));
}

function wordAt(document: vscode.TextDocument, words: string): string {
  return document.getText(document.getWordRangeAtPosition(positionOf(document, words)));
}

async function symbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return (
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    )) ?? []
  );
}

async function hoversAt(document: vscode.TextDocument, words: string): Promise<vscode.Hover[]> {
  return vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, words),
  );
}

async function hover(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await hoversAt(document, words);
  return hovers
    .flatMap(item => item.contents.map(content => (typeof content === 'string' ? content : content.value)))
    .join('\n');
}

async function locations(command: string, document: vscode.TextDocument, words: string): Promise<vscode.Location[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    command,
    document.uri,
    positionOf(document, words),
  );
  return found.map(item =>
    'targetUri' in item ? new vscode.Location(item.targetUri, item.targetSelectionRange ?? item.targetRange) : item,
  );
}

async function textOf(location: vscode.Location): Promise<string> {
  return (await vscode.workspace.openTextDocument(location.uri)).getText(location.range);
}

/** An untitled document's problems are its own alone, as are a file's. */
function problems(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri);
}

function codeOf(diagnostic: vscode.Diagnostic): string {
  return String(typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code);
}

async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: string,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind,
  );
}

async function until(what: string, holds: () => boolean | Promise<boolean>, milliseconds = 20_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`after ${milliseconds / 1000} s still not so: ${what}`);
    await new Promise(done => setTimeout(done, 50));
  }
}
