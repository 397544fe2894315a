import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/reading/read.ts';

/** Each statement of a text on a line: `speaker | cue | content`, `~` before the speaker where it continues. */
function statementsIn(text: string): string[] {
  return readDocument(text).statements.map(({ spans, cue, speakerName, continued }) => {
    const content = spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
    return `${continued ? '~' : ''}${speakerName ?? '-'} | ${cue ? text.slice(cue.start, cue.end) : ''} | ${content}`;
  });
}

function check(cases: Readonly<Record<string, readonly string[]>>): void {
  for (const [text, expected] of Object.entries(cases)) {
    it(text.slice(0, 90), () => expect(statementsIn(text)).toEqual(expected));
  }
}

describe('a cue before its content', () => {
  check({
    'Ada Kern said that the road is open.': ['Ada Kern | said that | the road is open'],
    'Ada Kern said the road is open.': ['Ada Kern | said | the road is open'],
    'Ada Kern said on Tuesday that the road is open.': ['Ada Kern | said | the road is open'],
    'Ada Kern said in a letter to the council that the road is open.': ['Ada Kern | said | the road is open'],
    'Ada Kern said by telephone that the road was open.': ['Ada Kern | said | the road was open'],
    'Ada Kern has repeatedly said that the road is open.': ['Ada Kern | said that | the road is open'],
    'Ada Kern went on to say that the road is open.': ['Ada Kern | say that | the road is open'],
    'Ada Kern told reporters that the road is open.': ['Ada Kern | told | the road is open'],
    'Ada Kern told reporters the road was open.': ['Ada Kern | told | the road was open'],
    'Ada Kern told Bo Lind that the road is open.': ['Ada Kern | told | the road is open'],
    'Ada Kern told a news conference on Friday that the road is open.': ['Ada Kern | told | the road is open'],
    'Ada Kern said: "The road is open."': ['Ada Kern | said | "The road is open."'],
    'Ada Kern said, "The road is open."': ['Ada Kern | said | "The road is open."'],
    'Ada Kern said, in an interview with the paper, "The road is open."': ['Ada Kern | said | "The road is open."'],
    'Ada Kern asked whether the road was open.': ['Ada Kern | asked | whether the road was open'],
    'Ada Kern explained why the road was closed.': ['Ada Kern | explained | why the road was closed'],
    'Ada Kern pointed out that the road is open.': ['Ada Kern | pointed out that | the road is open'],
    'Ada Kern, a geologist, said the slope was moving.': ['Ada Kern | said | the slope was moving'],
    'Ada Kern, who drew the map, said the slope was moving.': ['Ada Kern | said | the slope was moving'],
    'The mayor of Brunn, Ada Kern, said the slope was moving.': ['Ada Kern | said | the slope was moving'],
    'Engineers close to the project said the slope was moving.': [
      'Engineers close to the project | said | the slope was moving',
    ],
    'A spokesman for Ada Kern said the slope was moving.': ['a spokesman for Ada Kern | said | the slope was moving'],
    'It broke two days after Ada Kern said the slope was moving.': ['Ada Kern | said | the slope was moving'],
    'Ada Kern is telling drivers that the road is open.': ['Ada Kern | telling | the road is open'],
    'Ada Kern warned drivers to be careful.': ['Ada Kern | warned | drivers to be careful'],
    'Ada Kern reported there were two cracks.': ['Ada Kern | reported | there were two cracks'],
    'On Monday, Ada Kern said the slope was moving.': ['Ada Kern | said | the slope was moving'],
    'Ada Kern, on Sunday, said the slope was moving.': ['Ada Kern | said | the slope was moving'],
    'Ada Kern and Bo Lind said the slope was moving.': ['Ada Kern and Bo Lind | said | the slope was moving'],
  });
});

describe('a cue behind its content', () => {
  check({
    'The road is open, Ada Kern said.': ['Ada Kern | said | The road is open'],
    'The road is open, said Ada Kern.': ['Ada Kern | said | The road is open'],
    'The road is open, Ada Kern said on Tuesday in Brunn.': ['Ada Kern | said | The road is open'],
    'The road is open, said Estonian Transport Minister Ada Kern on Tuesday during a call with Bo Lind.': [
      'Ada Kern | said | The road is open',
    ],
    '"The road is open," Ada Kern said.': ['Ada Kern | said | "The road is open,"'],
    '“The road is open,” said Ada Kern of the road office.': ['Ada Kern | said | “The road is open,”'],
    '"Is the road open?" asked Ada Kern.': ['Ada Kern | asked | "Is the road open?"'],
    '"Is the road open?" Ada Kern asked.': ['Ada Kern | asked | "Is the road open?"'],
    'The road is open, drivers said.': ['drivers | said | The road is open'],
    'The road is open, according to Ada Kern.': ['Ada Kern | according to | The road is open'],
    'According to Ada Kern, the road is open.': ['Ada Kern | According to | the road is open'],
    'According to Ada Kern, who walked there from Brunn, the road is open.': [
      'Ada Kern | According to | the road is open',
    ],
    'Kern says road to open\n\nBRUNN, May 3 (Reuters) -- Transport Minister Ada Kern met drivers.': [
      'Ada Kern | says | road to open',
    ],
    'Rain is expected to ease, says Ada Kern.': ['Ada Kern | says | Rain is expected to ease'],
  });
});

describe('a cue inside its content', () => {
  check({
    'The road, Ada Kern added, will open in spring.': ['Ada Kern | added | The road … will open in spring'],
    '"The road," Ada Kern said, "will open in spring."': ['Ada Kern | said | "The road," … "will open in spring."'],
    'If the rain stays, Ada Kern warned, "we will close the road."': [
      'Ada Kern | warned | If the rain stays … "we will close the road."',
    ],
    'The road, according to Ada Kern, will open in spring.': [
      'Ada Kern | according to | The road … will open in spring',
    ],
    'The road, Ada Kern often says, is a gift.': ['Ada Kern | says | The road … is a gift'],
    'The road, Ada Kern went on, must be widened.': ['Ada Kern | went on | The road … must be widened'],
  });
});

describe('participles and second verbs share the source', () => {
  check({
    'The road is open, Ada Kern said, adding that the bridge will follow.': [
      'Ada Kern | said | The road is open',
      'Ada Kern | adding that | the bridge will follow',
    ],
    'Noting that the road is open, Ada Kern said the bridge will follow.': [
      'Ada Kern | Noting that | the road is open',
      'Ada Kern | said | the bridge will follow',
    ],
    'Ada Kern thanked the drivers for their patience and said that the road is open.': [
      'Ada Kern | thanked | the drivers for their patience',
      'Ada Kern | said that | the road is open',
    ],
    'Ada Kern said the road is open, and urged drivers to be careful.': [
      'Ada Kern | said | the road is open',
      'Ada Kern | urged | drivers to be careful',
    ],
    'The road is open, said Ada Kern, who also warned that the bridge is weak.': [
      'Ada Kern | said | The road is open',
      'Ada Kern | warned that | the bridge is weak',
    ],
    'Ada Kern said the road is open, and Bo Lind promised to mend the bridge.': [
      'Ada Kern | said | the road is open',
      'Bo Lind | promised | to mend the bridge',
    ],
    'Ada Kern closed the debate by thanking the drivers.': [],
    'Ada Kern ended by thanking the drivers for their patience.': [
      'Ada Kern | thanking | the drivers for their patience',
    ],
    'Recalling that the bridge was built by hand, Ada Kern left the room.': [
      'Ada Kern | Recalling that | the bridge was built by hand',
    ],
  });
});

describe('speech acts', () => {
  check({
    'Ada Kern praised the drivers for their patience.': ['Ada Kern | praised | the drivers for their patience'],
    'Ada Kern called for a wider road.': ['Ada Kern | called for | a wider road'],
    'Ada Kern called on both sides to widen the road.': ['Ada Kern | called on | both sides to widen the road'],
    'Ada Kern urged Bo Lind to widen the road.': ['Ada Kern | urged | Bo Lind to widen the road'],
    'Ada Kern accused Bo Lind of closing the road.': ['Ada Kern | accused | Bo Lind of closing the road'],
    'Ada Kern expressed deep concern over the state of the bridge.': [
      'Ada Kern | expressed deep concern | over the state of the bridge',
    ],
    'Ada Kern expressed hope that the bridge would hold.': ['Ada Kern | expressed hope that | the bridge would hold'],
    'Ada Kern promised to mend the road.': ['Ada Kern | promised | to mend the road'],
    'Ada Kern denied that the road was closed.': ['Ada Kern | denied that | the road was closed'],
    'Ada Kern called the delay "a gift to the ferrymen".': ['Ada Kern | called | the delay "a gift to the ferrymen"'],
    'Ada Kern announced the plan at a briefing on Monday.': ['Ada Kern | announced | the plan'],
    'Ada Kern agreed to widen the road.': ['Ada Kern | agreed | to widen the road'],
  });
});

describe('what is nobody’s statement', () => {
  check({
    'The proposed road is wide.': [],
    'The road was called Long Lane for years.': [],
    'Ada Kern did not say that the road is open.': [],
    'Ada Kern declined to comment.': [],
    'Ada Kern discussed the road with Bo Lind.': [],
    'Ada Kern will announce the plan on Monday.': [],
    'The report fell from the desk.': [],
    'A place called Long Lane lies behind the hill.': [],
    'Prices moved according to demand.': [],
    'One of six states that border the lake is Riga.': [],
    'Part of the court order that nobody read was short.': [],
    "Kern's visit highlights warm ties\n\nBRUNN, May 3 (Reuters) -- The road is open.": [],
  });
});

describe('quotations', () => {
  check({
    '"Open?" Ada Kern said, but nobody answered.': ['Ada Kern | said | "Open?"'],
    '"The road is open," Ada Kern said. "The bridge will follow."': [
      'Ada Kern | said | "The road is open,"',
      '~Ada Kern |  | "The bridge will follow."',
    ],
    '“We have sand. We have salt.\n\n“What we lack is a plough,” Ada Kern said.': [
      '~Ada Kern |  | “We have sand. We have salt.',
      'Ada Kern | said | “What we lack is a plough,”',
    ],
    'Ada Kern called herself a "road person".': ['Ada Kern | called | herself a "road person"'],
    "'The road is open,' said Ada Kern.": ["Ada Kern | said | 'The road is open,'"],
    "The drivers' queue is long, Ada Kern said.": ["Ada Kern | said | The drivers' queue is long"],
    'Ada Kern said "the road is open': ['Ada Kern | said | "the road is open'],
  });
});

describe('speech that goes on without a cue', () => {
  const lead =
    'On 7 May, Estonian Transport Minister Ada Kern had a phone call with Finnish Transport Minister Bo Lind.\n\n';
  const follows = (text: string, expected: readonly string[]) =>
    it(text.slice(0, 90), () => expect(statementsIn(lead + text)).toEqual(expected));
  follows('Kern noted that the ferry is old. It will be replaced. The new one must run on current.', [
    'Ada Kern | noted that | the ferry is old',
    '~Ada Kern |  | It will be replaced',
    '~Ada Kern |  | The new one must run on current',
  ]);
  follows('Kern expressed gratitude for the loan of a pilot. The harbour is open to Finland.\n\nLind left early.', [
    'Ada Kern | expressed gratitude | for the loan of a pilot',
    '~Ada Kern |  | The harbour is open to Finland',
  ]);
  follows('Kern said the ferry is old. Lind said the ferry is young. It can sail for years.', [
    'Ada Kern | said | the ferry is old',
    'Bo Lind | said | the ferry is young',
    '~Bo Lind |  | It can sail for years',
  ]);
  follows('Kern stressed that the ferry is old.\n\nThe call lasted an hour.', [
    'Ada Kern | stressed that | the ferry is old',
  ]);
  follows('Kern said the ferry is old. She then showed a photograph.', ['Ada Kern | said | the ferry is old']);
  it('not in a story that is no account of talks', () => {
    expect(statementsIn('Ada Kern said the ferry sank. Boats are common on the lake.')).toHaveLength(1);
  });
});

describe('speaker labels', () => {
  check({
    'Ada Kern: The road is open. The bridge will follow.': [
      '~Ada Kern |  | The road is open',
      '~Ada Kern |  | The bridge will follow',
    ],
  });
});

describe('what each statement says of itself', () => {
  const only = (text: string) => readDocument(text).statements[0];
  it('direct, mixed, indirect', () => {
    expect(only('"The road is open," Ada Kern said.')?.directness).toBe('direct');
    expect(only('Ada Kern said the road is "as open as a barn".')?.directness).toBe('mixed');
    expect(only('Ada Kern said the "road" is open.')?.directness).toBe('indirect');
    expect(only('Ada Kern said the road is open.')?.directness).toBe('indirect');
  });
  it('why, and how sure', () => {
    const statement = only('Ada Kern said that the road is open.');
    expect(statement?.reasons).toEqual(['cue “said that”']);
    expect(statement?.confidence).toBeGreaterThan(0.9);
  });
  it('the speaker as an entity, by its id', () => {
    const { entities, statements } = readDocument('Ada Kern said the road is open. She said the bridge will follow.');
    const kern = entities.find(entity => entity.name === 'Ada Kern');
    expect(statements.map(s => s.speakers)).toEqual([[kern?.id], [kern?.id]]);
  });
});
