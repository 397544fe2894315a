import { expect, test } from 'vitest';
import { readDocument } from '../../server/src/reading/read.ts';

/** Checks the source of each statement of a text; `-` where it has none. */
const check = (text: string, ...sources: string[]) =>
  test(text.slice(0, 70), () => {
    const { statements } = readDocument(text);
    expect(statements.map(({ source }) => (source ? text.slice(source.start, source.end) : '-'))).toEqual(sources);
  });

// A quotation that goes on in its paragraph has been given its source there, one that goes on in the next has not.
check('“The dam holds,” Marta Lunde said. “It will hold for years.”', 'Marta Lunde', 'Marta Lunde');
check(
  '“The dam holds,” Marta Lunde said. “It will,” her deputy added. “Trust us.”',
  'Marta Lunde',
  'her deputy',
  'her deputy',
);
check('“The dam holds,” Marta Lunde said.\n\n“It will hold for years.”', 'Marta Lunde', '-');
check('Marta Lunde: The dam holds. It will hold for years.', 'Marta Lunde', '-');

/** Checks what of a text is taken for speech that goes on without a cue. */
const checkContinued = (text: string, ...contents: string[]) =>
  test(text.slice(0, 70), () => {
    const continued = readDocument(text).statements.filter(statement => statement.continued);
    expect(continued.map(({ spans }) => text.slice(spans[0]!.start, spans.at(-1)!.end))).toEqual(contents);
  });

checkContinued(
  'Foreign Minister Marta Lunde Speaks with Trade Union Leader Bo Rask\n\nLunde noted that the harbour is open. Norway will send two tugs.',
  'Norway will send two tugs',
);
checkContinued(
  'On Monday Kenyan Foreign Minister Ali Moussa had talks with Norwegian Foreign Minister Marta Lunde.\n\nMoussa stressed that wells come first. Kenya is ready to dig.',
  'Kenya is ready to dig',
);
// A meeting and somebody in office stand in many a story that is no account of what was said there.
checkContinued(
  'Divers raise the ferry\n\nMayor Marta Lunde said that the ferry sank in minutes. Cranes lift the hull since Monday. In a meeting that day the council thanked the divers.',
);
// An organisation that says something says it itself.
checkContinued(
  'Kenyan Foreign Minister Ali Moussa had talks with Norwegian Foreign Minister Marta Lunde.\n\nMoussa noted that wells come first. The United Nations says that they are late.',
);

/** Checks who speaks in each statement of a text. */
const checkSpeakers = (text: string, ...speakers: string[]) =>
  test(text.slice(0, 70), () => expect(readDocument(text).statements.map(s => s.speakerName)).toEqual(speakers));

// Labels of transcripts, with a colon or in brackets.
checkSpeakers('((Marta Lunde)) The dam holds. It is old.', 'Marta Lunde', 'Marta Lunde');
checkSpeakers('[Marta Lunde]: The dam holds.', 'Marta Lunde');
checkSpeakers('((Harbour News)) Does the dam hold?\n\n((Marta Lunde)) It does.', 'Harbour News', 'Marta Lunde');
checkSpeakers('(Marta Lunde was in Oslo.) The dam holds.');
checkSpeakers('[Lunde] wrote nothing of the dam that holds.');

/** Checks who says the last statement of a text. */
const checkLast = (text: string, speaker: string | null) =>
  test(text.slice(0, 90), () => expect(readDocument(text).statements.at(-1)?.speakerName ?? null).toBe(speaker));

// A quotation alone is of whoever acted or was quoted in the sentence before.
checkLast('Ada Kern said it rains.\n\nBo Lind smiled. “I am glad to hear that.”', 'Bo Lind');
checkLast('“The dam holds,” Ada Kern said after Bo Lind said it would not. “Trust us all.”', 'Ada Kern');
checkLast('Ada Kern said it rains.\n\nBo Lind had a plan: “We shall build a dam.”', 'Bo Lind');
checkLast('Carl Berg met Ada Kern.\n\n“BERG: Let us begin with the road.', 'Carl Berg');

// Whose a document is.
checkLast('According to the WHO’s situation report dated March 16, the rate fell.', 'WHO');
checkLast('The WHO’s website said the rate fell.', 'WHO');
checkLast('According to the reports by Larkfield Institute, the rate fell.', 'Larkfield Institute');
checkLast('A leaked letter seen by Larkfield News says the rate fell.', 'a leaked letter seen by Larkfield News');
checkLast('A statement said the rate fell. It added that the rate will rise.', 'a statement');

checkLast('According to her lawyer, Bo Lind left.', 'her lawyer');
checkLast(
  'Bo Lind said it rains.\n\n“We shall all be glad to see it.”\n\n—The mayor, Ada Kern\n\nRain fell.',
  'Ada Kern',
);

// Which country's government speaks.
checkLast('The government of Samoa met. Tonga is near. The government said the port is open.', 'Samoa');
checkLast('Samoa met Tonga. The government said the port is open.', 'the government');

// A colon at the end of a paragraph leads to the quotation below it.
checkLast(
  'Bo Lind said it rains.\n\nPresident Ada Kern turned to her page:\n\n“A cool bridge it is. Well done.”',
  'Ada Kern',
);

// Stories in which officials are only named are no accounts of their talks; what somebody owned is no speech.
checkContinued('Bo Lind said it rained. The mill had three owners.');
checkContinued('Bo Lind said it rained. The mill would have three owners.', 'The mill would have three owners');
checkContinued(
  'Lakes on fire\n\nOn Thursday, President Ada Kern called for help, a day after Minister Bo Lind left. Lind said the lakes burn.\n\nThe Lakes Group is a club of seven.',
);

test('whoever writes is nobody in particular', () => {
  const { statements } = readDocument('I think the road is open.');
  expect(statements[0]?.speakerName).toBe('I');
  expect(statements[0]?.confidence).toBeLessThan(0.6);
});
