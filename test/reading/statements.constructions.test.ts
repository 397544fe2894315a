import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/reading/read.ts';

/** Each statement on a line: `source | cue | content`, `…` where the cue interrupts it, `-` where no source stands there. */
function statementsIn(text: string): string[] {
  return readDocument(text).statements.map(({ spans, cue, source }) => {
    const content = spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
    return `${source ? text.slice(source.start, source.end) : '-'} | ${cue ? text.slice(cue.start, cue.end) : ''} | ${content}`;
  });
}

function check(cases: Readonly<Record<string, readonly string[]>>): void {
  for (const [text, expected] of Object.entries(cases)) {
    it(text.slice(0, 90), () => expect(statementsIn(text)).toEqual(expected));
  }
}

describe('thoughts, wishes and stands', () => {
  check({
    'Ada Kern believes that the slope will hold.': ['Ada Kern | believes that | the slope will hold'],
    'Ada Kern thinks the slope will hold.': ['Ada Kern | thinks | the slope will hold'],
    'Ada Kern hopes to mend the road.': ['Ada Kern | hopes | to mend the road'],
    'The council wants to widen the bridge.': ['The council | wants | to widen the bridge'],
    'Many drivers expect the mayor to resign.': ['Many drivers | expect | the mayor to resign'],
    'Ada Kern does not believe that the slope will hold.': ['Ada Kern | believe that | the slope will hold'],
    'Ada Kern hopes to win, but the polls are close.': ['Ada Kern | hopes | to win'],
    'A new survey shows that drivers avoid the pass.': ['A new survey | shows that | drivers avoid the pass'],
    'Ada Kern sees the toll as a mistake.': ['Ada Kern | sees | the toll as a mistake'],
    'Ada Kern sees the road.': [],
    'The engineers who know how to hang the nets left.': [],
    'Ada Kern had learned that roads outlast speeches.': [],
    'The road shows that snow is heavy.': ['The road | shows that | snow is heavy'],
    'It shows that snow is heavy.': [],
    'Ada Kern said she hopes to win.': ['Ada Kern | said | she hopes to win'],
    'Asked whether the mayor fears the snow, Ada Kern said that ploughs were ready.': [
      'Ada Kern | said that | ploughs were ready',
    ],
    'Ada Kern is confident that the slope will hold.': ['Ada Kern | confident that | the slope will hold'],
    'The lenders were worried about the toll.': ['The lenders | worried about | the toll'],
    'The tunnel is certain.': [],
  });
});

describe('nouns as cues', () => {
  check({
    'Nobody shared Ada Kern’s claim that the road was safe.': ['Ada Kern | claim that | the road was safe'],
    'She repeated her promise to mend the road.': ['her | promise | to mend the road'],
    'Ada Kern made the claim that the road was safe.': ['Ada Kern | claim that | the road was safe'],
    'Ada Kern made it clear that the road was safe.': ['Ada Kern | made it clear that | the road was safe'],
    'Ada Kern raised doubts about the toll.': ['Ada Kern | raised doubts | about the toll'],
    'Her refusal to pay was noted.': ['Her | refusal | to pay'],
    'Nobody shared the claim that the road was safe.': [],
    'Her promise was kept.': [],
  });
});

describe('evidence and judgement', () => {
  check({
    'Ada Kern mocked the toll as a joke.': ['Ada Kern | mocked | the toll as a joke'],
    'Ada Kern attacked the plan.': ['Ada Kern | attacked | the plan'],
    'Ada Kern likened the tunnel to a cave.': ['Ada Kern | likened | the tunnel to a cave'],
    'Ada Kern spoke of long winters.': ['Ada Kern | spoke of | long winters'],
    'Ada Kern spoke bitterly of long winters.': ['Ada Kern | spoke bitterly of | long winters'],
    'Ada Kern pointed to the cracks.': ['Ada Kern | pointed to | the cracks'],
    'Ada Kern pointed out that the road is open.': ['Ada Kern | pointed out that | the road is open'],
    'Ada Kern laid out a plan for the road.': ['Ada Kern | laid out | a plan for the road'],
    'Ada Kern called the charges in the letter a mistake.': ['Ada Kern | called | the charges in the letter a mistake'],
    'Ada Kern called the charges absurd and petty.': ['Ada Kern | called | the charges absurd and petty'],
    'Ada Kern rejected that argument.': ['Ada Kern | rejected | that argument'],
    'Ada Kern signaled willingness to wait.': ['Ada Kern | signaled willingness | to wait'],
    'The council gave its "warmest thanks" and left.': ['The council | gave | its "warmest thanks"'],
    'The largely discredited report was withdrawn.': [],
    'The lenders disputed resources.': ['The lenders | disputed | resources'],
    'They fought over disputed resources.': [],
    'Ada Kern declined to comment.': [],
    'Ada Kern refused to be drawn on that.': [],
    'Neither the council nor the bank would say how it was paid.': [],
    'Ada Kern refused to widen the road.': ['Ada Kern | refused | to widen the road'],
  });
});

describe('objects and clauses', () => {
  check({
    'Ada Kern announced the plan in a letter late on Friday and signed it.': ['Ada Kern | announced | the plan'],
    'Ada Kern reported the number of cracks in the slope rose to five.': [
      'Ada Kern | reported | the number of cracks in the slope rose to five',
    ],
    'Ada Kern agreed on Monday to lend a plough.': ['Ada Kern | agreed | to lend a plough'],
    'The ministers condemned in the strongest terms the raid.': ['The ministers | condemned | the raid'],
    'Drivers counter that it is cheap.': ['Drivers | counter that | it is cheap'],
    'Ada Kern announced on Monday a toll for lorries.': ['Ada Kern | announced | a toll for lorries'],
    'Ada Kern, who had called for a strike, said miners would vote.': [
      'Ada Kern | called for | a strike',
      'Ada Kern | said | miners would vote',
    ],
    'The toll is fair, said her lawyer, Bo Lind.': ['her lawyer | said | The toll is fair'],
    'Half the miners were cold, a survey showed.': ['a survey | showed | Half the miners were cold'],
    'Ada Kern noted progress on the talks.': ['Ada Kern | noted | progress on the talks'],
    'One of them, a miner called Bo Lind, said he saw smoke.': ['One of them | said | he saw smoke'],
    'Half of those polled said the road was safe.': ['Half of those polled | said | the road was safe'],
    'Several alleged owners were heard.': [],
    'Ada Kern agreed it had been a costly road.': ['Ada Kern | agreed | it had been a costly road'],
    'Ada Kern said as a child she had no shoes.': ['Ada Kern | said | as a child she had no shoes'],
    'Ada Kern says there needs to be a tunnel.': ['Ada Kern | says | there needs to be a tunnel'],
    'Ada Kern said "reforms" and a new toll would help.': ['Ada Kern | said | "reforms" and a new toll would help'],
    'The Gazette reported, citing police files, the road had been closed.': [
      'The Gazette | reported | the road had been closed',
    ],
    'Ada Kern has, by letter, called on miners to wait.': ['Ada Kern | called on | miners to wait'],
    'Ada Kern told station host Bo Lind how the road was built.': ['Ada Kern | told | how the road was built'],
    'Ada Kern told the station\'s "Morning Hour" that the road was open.': ['Ada Kern | told | the road was open'],
    'Ada Kern is yet again rejecting the toll.': ['Ada Kern | rejecting | the toll'],
    'The council has said she’s still owed money.': ['The council | said | she’s still owed money'],
    "Ada Kern condemned Monday's raid.": ["Ada Kern | condemned | Monday's raid"],
    'Ada Kern told miners this weekend the road was open.': ['Ada Kern | told | the road was open'],
    'Few drivers believe that is likely.': ['Few drivers | believe | that is likely'],
    'Ada Kern ruled that out.': [],
    'Ada Kern said that should the slope move, the road would be closed.': [
      'Ada Kern | said that | should the slope move, the road would be closed',
    ],
    'Ada Kern gained ground by adding a few miners to a team so they could dig.': [],
    'Drivers noted the mayor offered to have it mended in a closed session.': [
      'Drivers | noted | the mayor offered to have it mended in a closed session',
    ],
    'Engineers warned, as did the mayor, that the slope was moving.': ['Engineers | warned | the slope was moving'],
    'A raft of new road rules that promise to help drivers will follow.': [],
    'The gap between the tunnels, and what they cost, grew last spring, when the work stopped.': [],
    "The film – which she made last year – explains her family's mines.": [],
    'Ada Kern tweeted using her office account: "Mend the road."': ['Ada Kern | tweeted | "Mend the road."'],
    "Reports said Wednesday's quake damaged the road.": ["Reports | said | Wednesday's quake damaged the road"],
    'Ada Kern said only 10% of the roads were safe.': ['Ada Kern | said | only 10% of the roads were safe'],
    'The council complains bitterly that tolls are high.': ['The council | complains | tolls are high'],
    'The office made the following announcement: "The road is closed."': [
      'The office | made the following announcement | "The road is closed."',
    ],
    'Ada Kern shared that she was tired.': ['Ada Kern | shared that | she was tired'],
    'The Gazette reported Ada Kern, who led the guild, had left.': [
      'The Gazette | reported | Ada Kern, who led the guild, had left',
    ],
  });
});

describe('where contents end', () => {
  check({
    'Ada Kern wrote the road was closed: "Please take the early train instead."': [
      'Ada Kern | wrote | the road was closed',
      '- |  | "Please take the early train instead."',
    ],
    'Ada Kern urged the guild to wait and spoke with Bo Lind.': ['Ada Kern | urged | the guild to wait'],
    'Ada Kern claimed the road was open, but offered no proof.': ['Ada Kern | claimed | the road was open'],
    'Ada Kern declared the road a ruin on March 11.': ['Ada Kern | declared | the road a ruin'],
    'Ada Kern pledged to meet in March.': ['Ada Kern | pledged | to meet in March'],
    'Ada Kern agreed to lend a plough, and the union found a driver.': ['Ada Kern | agreed | to lend a plough'],
    'Ada Kern praised the plan — a costly one.': ['Ada Kern | praised | the plan'],
    'Ada Kern questioned Bo Lind, who is 70.': ['Ada Kern | questioned | Bo Lind'],
    'Ada Kern says it was "no accident" of the road.': ['Ada Kern | says | it was "no accident" of the road'],
    'Bo Lind objected by shouting "mend it now!" and waving a lamp.': ['Bo Lind | shouting | "mend it now!"'],
    'Ada Kern denied the claims, however, the paper printed them.': ['Ada Kern | denied | the claims'],
    'Ada Kern is promising lower tolls and "jobs, jobs, jobs," but she has also threatened to resign.': [
      'Ada Kern | promising | lower tolls and "jobs, jobs, jobs,"',
    ],
    'Ada Kern shouted, "Stop the lorry!" until the driver braked.': ['Ada Kern | shouted | "Stop the lorry!"'],
    'Ada Kern blamed drivers for the cracks ― five lorries had been stopped.': [
      'Ada Kern | blamed | drivers for the cracks',
    ],
    'The slope is moving, miners said on Friday, as they left the pit.': ['miners | said | The slope is moving'],
    'The slope is moving, said Bo Lind, a hydrologist with the office that keeps the gauges.': [
      'Bo Lind | said | The slope is moving',
    ],
    'Bo Lind was blunt: "The road is closed," he said.': ['he | said | "The road is closed,"'],
    'Though the mayor called the toll "a sham" and called for a tunnel, Ada Kern kept silent about the bridge.': [
      'the mayor | called | the toll "a sham"',
      'the mayor | called for | a tunnel',
    ],
    "The mayor's determination to act alone angered the council.": ['The mayor | determination | to act alone'],
    'Ada Kern planned to mend the road, then hand it to the state.': [
      'Ada Kern | planned | to mend the road, then hand it to the state',
    ],
    'Some engineers praised the tunnel but also had to close it.': ['Some engineers | praised | the tunnel'],
    'Ada Kern spoke about her childhood while at the fair.': ['Ada Kern | spoke about | her childhood'],
    'The bank agreed to release the money so the miners could start.': ['The bank | agreed | to release the money'],
    'Ada Kern cited the audit as the reason, as she did again on Monday.': [
      'Ada Kern | cited | the audit as the reason',
    ],
    'Ada Kern, who said the slope was moving, left.': ['Ada Kern | said | the slope was moving'],
    'The union, which contended that the road was unsafe, is on strike.': [
      'The union | contended that | the road was unsafe',
    ],
  });
});

describe('where the source stands', () => {
  check({
    'As Ada Kern told the Gazette, the road is open.': ['Ada Kern | told | the road is open'],
    'The pass, as Ada Kern pointed out, is closed.': ['Ada Kern | pointed out | The pass … is closed'],
    'The experts Ada Kern hired said the slope was moving.': [
      'The experts Ada Kern hired | said | the slope was moving',
    ],
    'A letter seen by the Gazette says the slope is moving.': [
      'A letter seen by the Gazette | says | the slope is moving',
    ],
    'On Thursday officials said the slope was moving.': ['officials | said | the slope was moving'],
    'The security firm, has said that the slope is moving.': ['The security firm | said that | the slope is moving'],
    'Ada Kern, a director of the institute, and chair of the board, says the slope is moving.': [
      'Ada Kern | says | the slope is moving',
    ],
    'The director of the institute, Dr Ada Kern, said the slope was moving.': [
      'Ada Kern | said | the slope was moving',
    ],
    'The study was led by Ada Kern, a geologist at Brunn, who said "It is moving fast."': [
      'Ada Kern | said | "It is moving fast."',
    ],
    'The toll was criticized by Ada Kern.': ['Ada Kern | criticized | The toll'],
    'Bo Lind was accused by Ada Kern of fraud.': ['Ada Kern | accused | Bo Lind … of fraud'],
    'It was criticized by Ada Kern.': [],
    'The council was urged by Ada Kern to widen the road.': ['Ada Kern | urged | The council … to widen the road'],
    'Ada Kern was asked by reporters whether the road was open.': ['reporters | asked | whether the road was open'],
    'Ada Kern, asked whether the road was open, said it was.': ['Ada Kern | said | it was'],
    'According to Ada Kern the road had been closed for weeks.': [
      'Ada Kern | According to | the road had been closed for weeks',
    ],
    'In Ada Kern’s view, the toll is a joke.': ['Ada Kern | view | the toll is a joke'],
    'In the words of Ada Kern, the toll is a joke.': ['Ada Kern | In the words of | the toll is a joke'],
    'In the opinion of the bank, nothing was left.': ['the bank | In the opinion of | nothing was left'],
    'In view of the snow, the toll was lifted.': [],
    'The lenders, said Ada Kern, are ready.': ['Ada Kern | said | The lenders … are ready'],
    '"We stand ready" wrote Ada Kern "to help the drivers."': [
      'Ada Kern | wrote | "We stand ready" … "to help the drivers."',
    ],
    'Most liked the plan, Ada Kern said, but two of them wanted it debated again.': [
      'Ada Kern | said | Most liked the plan … two of them wanted it debated again',
    ],
    'Though the work was easy, Ada Kern said, paying for it would not be.': [
      'Ada Kern | said | Though the work was easy … paying for it would not be',
    ],
    'Lamenting their luck, drivers say, "The road is closed again."': [
      'drivers | Lamenting | their luck',
      'drivers | say | "The road is closed again."',
    ],
    'There is footage of Ada Kern asking, "Why is the road closed?"': [
      'footage of Ada Kern | asking | "Why is the road closed?"',
    ],
    'Ada Kern went as far as to say, "The road is lost."': ['Ada Kern | say | "The road is lost."'],
    'Ada Kern took to the radio to accuse the council of fraud.': ['Ada Kern | accuse | the council of fraud'],
    'Ada Kern wants drivers to accuse the council of fraud.': [
      'Ada Kern | wants | drivers to accuse the council of fraud',
    ],
    'Citing safety rules, council officials have not said why the road was closed.': [
      'council officials | Citing | safety rules',
    ],
    'Officials tell the Gazette every claim will be heard, with the Herald reporting that nobody was "left outside".': [
      'Officials | tell | every claim will be heard',
      'the Herald | reporting that | nobody was "left outside"',
    ],
    'With Bo Lind calling the toll a sham, the miners left.': ['Bo Lind | calling | the toll a sham'],
    'Bo Lind, who knew the miners, came to the conclusion that they were right.': [
      'Bo Lind | conclusion that | they were right',
    ],
    'Bo Lind saw the mine, and came to the conclusion that it was safe.': ['Bo Lind | conclusion that | it was safe'],
    'The slope is moving," Ada Kern said.': ['Ada Kern | said | The slope is moving'],
    '“We lost the pit. We shall not go back.” ― Ada Kern': ['Ada Kern | ― | “We lost the pit. We shall not go back.”'],
    '"We lost the pit." - Ada Kern, a miner from Riga': ['Ada Kern | - | "We lost the pit."'],
    '“We lost the pit.” – a miner': [],
    "The “long road” – Ada Kern's – is open.": [],
    '“We lost the pit” – Brunn': [],
    'Ada Kern praised the tolls, which Bo Lind said are unfair to miners.': [
      'Ada Kern | praised | the tolls',
      'Bo Lind | said | which … are unfair to miners',
    ],
    'The test, which state media claimed now allows a longer tunnel, was held on Monday.': [
      'state media | claimed | which … now allows a longer tunnel',
    ],
    'The road, which Ada Kern said she would mend, is open.': [],
    'The mine lay where the office predicted it would be.': [],
    'The office sent back the samples it had taken, which revealed gold at depth.': [],
    'It is one of a kind, engineers report, and will be long.': [
      'engineers | report | It is one of a kind … will be long',
    ],
    'There have been some studies that reported a fall in tolls.': ['some studies | reported | a fall in tolls'],
    'Strikes have been taking place since Tuesday after the government announced new tolls.': [
      'the government | announced | new tolls',
    ],
    "The union's take-down notice claimed that the map was stolen.": [
      "The union's take-down notice | claimed that | the map was stolen",
    ],
    'Miners who have been in the pit for years said the road was closed.': [
      'Miners who have been in the pit for years | said | the road was closed',
    ],
    'Bo Lind (one of the miners) said the road was closed.': ['Bo Lind | said | the road was closed'],
  });
});

describe('clauses side by side', () => {
  check({
    'Divers worry, say scientists\n\nRIGA, May 5 - The road is open.': ['scientists | say | Divers worry'],
    'Tunnel in peril, says Ada Kern\n\nRIGA, May 5 - Ada Kern is the mayor.': ['Ada Kern | says | Tunnel in peril'],
    'The road, say drivers, is open.': ['drivers | say | The road … is open'],
    'Pick a road, say five miles long.': [],
    'The film shows miners who have left the pit and called for a strike.': ['miners | called for | a strike'],
    'The mayor met the miners and called for a strike.': ['The mayor | called for | a strike'],
    'The camera shakes and she becomes upset, shouting that the road is closed.': [
      'she | shouting that | the road is closed',
    ],
    'Ada Kern and Bo Lind left the hall, saying that it was late.': [
      'Ada Kern and Bo Lind | saying that | it was late',
    ],
    'Ada Kern left the hall at noon, saying that it was late.': ['Ada Kern | saying that | it was late'],
    'The army said it had "by mistake" shot the bear.': ['The army | said | it had "by mistake" shot the bear'],
    '"We had no luck," said Bo Lind.': ['Bo Lind | said | "We had no luck,"'],
    'Ada Kern said the road was open, and when pressed, the miner replied, "It is."': [
      'Ada Kern | said | the road was open',
      'the miner | replied | "It is."',
    ],
    '"It is late," Ada Kern said, and when pressed, added, "We go."': [
      'Ada Kern | said | "It is late,"',
      'Ada Kern | added | "We go."',
    ],
    'Bo Lind was arrested and told that the road was closed.': [],
    'Bo Lind knew the miners, and left with them.': [],
    'Ada Kern said Bo Lind wishes to resign.': ['Ada Kern | said | Bo Lind wishes to resign'],
    'Miners were informed by the police of the fire.': ['the police | informed | of the fire'],
    'Miners were told by the head of the guild that the pit was shut.': [
      'the head of the guild | told | the pit was shut',
    ],
    'After saying the road was shut, Ada Kern left.': ['Ada Kern | saying | the road was shut'],
    'Ada Kern left after saying that the road was shut.': ['Ada Kern | saying that | the road was shut'],
    'Despite admitting that he had doubts, Bo Lind signed.': ['Bo Lind | admitting that | he had doubts'],
    'Ada Kern walked out before asking, "Who pays?"': ['Ada Kern | asking | "Who pays?"'],
    '"We cannot pay," Ada Kern said, adding later, "We shall see."': [
      'Ada Kern | said | "We cannot pay,"',
      'Ada Kern | adding | "We shall see."',
    ],
    'Ada Kern said the road is open, but she refuses to name a date.': ['Ada Kern | said | the road is open'],
    'Ada Kern argued the guild had lost the miners by saying it would wait.': [
      'Ada Kern | argued | the guild had lost the miners',
      'Ada Kern | saying | it would wait',
    ],
  });
});

describe('what is speech and what is none', () => {
  check({
    'A judge dismissed the lawsuit on Friday.': [],
    'The party nominated Ada Kern for mayor.': [],
    'Bo Lind was told by Ada Kern.': [],
    'Bo Lind was told by Ada Kern of the fire in the mine.': ['Ada Kern | told | of the fire in the mine'],
    'Bo Lind was told by Ada Kern that the mine was on fire.': ['Ada Kern | told | the mine was on fire'],
    'Ada Kern dismissed the charges as absurd.': ['Ada Kern | dismissed | the charges as absurd'],
    'Ada Kern assumed full control that spring.': [],
    'Ada Kern assumed the road was open.': ['Ada Kern | assumed | the road was open'],
    'Neither Kern nor Lund said that the road was closed.': [],
    'Ada Kern did not confirm or deny that the road was closed.': [],
    'Ada Kern did not leave and complained that the road was closed.': [
      'Ada Kern | complained that | the road was closed',
    ],
    'A print called "Riders" from 1987 was shown.': [],
    'Ada Kern wrote a letter he called a mistake.': [],
    'In a letter she called the toll a mistake.': ['she | called | the toll a mistake'],
    'To pay for the roads she has proposed, she needs a toll.': [],
    'Ada Kern spoke on "The Countdown" on Monday.': [],
    'Ada Kern told miners after the meeting that was held in Riga.': [],
    '"It is no charity to ask for a fair share," Ada Kern said.': [
      'Ada Kern | said | "It is no charity to ask for a fair share,"',
    ],
    'Troops attacked a village.': [],
    'A bomber attacked a ship in February.': [],
    'The president dismissed the defence minister.': [],
    'The president dismissed the defence minister as a fool.': [
      'The president | dismissed | the defence minister as a fool',
    ],
    'Ada Kern portrayed Rosa Blau, known as the baker, in four films.': [],
    'Not everyone agreed there should be another tunnel.': [],
    'That said, the road is open.': [],
    'That implies the road is open.': [],
  });
});

describe('according to whom', () => {
  check({
    'According to the ministry miners returned to the pit on Monday.': [
      'the ministry | According to | miners returned to the pit on Monday',
    ],
    'According to the ministry three workers recovered two bodies, and the road was closed.': [
      'the ministry | According to | three workers recovered two bodies, and the road was closed',
    ],
    'According to the court documents obtained on Monday, the road was closed.': [
      'the court documents obtained on Monday | According to | the road was closed',
    ],
    'According to the mine owners, the road was closed.': ['the mine owners | According to | the road was closed'],
    'According to Ada Kern, the game attempts to run on old machines, with limited graphics.': [
      'Ada Kern | According to | the game attempts to run on old machines, with limited graphics',
    ],
    'According to Ada Kern, a baker, the road was closed.': ['Ada Kern | According to | the road was closed'],
    'According to the Gazette, Bo Lind, the chair of the panel, said the road was closed.': [
      'the Gazette | According to | Bo Lind, the chair of the panel, said the road was closed',
    ],
    'Ada Kern has learned that according to a letter, the road was closed.': [
      'a letter | according to | the road was closed',
    ],
    'Ada Kern said that according to a letter, the road was closed.': [
      'Ada Kern | said that | according to a letter, the road was closed',
    ],
    'The council turned away lorries which, according to the Gazette, Brunn and Riga have criticised.': [
      'the Gazette | according to | The council turned away lorries which … Brunn and Riga have criticised',
    ],
    'The slope moved by a metre according to the office, it was felt in Riga.': [
      'the office | according to | The slope moved by a metre',
    ],
    'It killed 62 people including, according to the office, 54 miners.': [
      'the office | according to | It killed 62 people including … 54 miners',
    ],
    'The miners, working at night, according to the emergencies ministry recovered ten lamps on Monday.': [
      'the emergencies ministry | according to | The miners, working at night … recovered ten lamps on Monday',
    ],
    'While some writers made mention of it, according to Ada Kern geologists have not found a lake.': [
      'Ada Kern | according to | While some writers made mention of it … geologists have not found a lake',
    ],
    'Brunn signed a treaty according to which the road would be shut.': [],
    'According to you what is the toll for?': [],
    'The lamp was carried through Brunn followed by, according to the Gazette, two hundred miners.': [
      'the Gazette | according to | The lamp was carried through Brunn followed by … two hundred miners',
    ],
    'Ada Kern built roads and, according to the Gazette, was called the mole.': [
      'the Gazette | according to | Ada Kern built roads and … was called the mole',
    ],
    'The guild gave no cause, but, according to Ada Kern, it had rained.': ['Ada Kern | according to | it had rained'],
  });
});

describe('an interviewer’s questions', () => {
  check({
    'How would you describe the mine?': [],
    'Did we say that the road was open?': [],
    'Ada Kern asked whether you think the road is open.': ['Ada Kern | asked | whether you think the road is open'],
    'We believe that the road is open.': ['We | believe that | the road is open'],
  });
});

describe('who issues what says something', () => {
  check({
    'Ada Kern posted a message on her page on Friday announcing that schools would close.': [
      'Ada Kern | announcing that | schools would close',
    ],
    'Judge Ada Kern issued a ruling against Bo Lind finding that he must pay.': [
      'Ada Kern | finding that | he must pay',
    ],
  });
});

describe('deeds that are no words', () => {
  check({
    'Judge Ada Kern dismissed the company’s lawsuit on Monday.': [],
    'Ada Kern dismissed the claims as nonsense.': ['Ada Kern | dismissed | the claims as nonsense'],
    'They defended themselves from the dogs.': [],
    'Bo Lind defended the plan to widen the road.': ['Bo Lind | defended | the plan to widen the road'],
  });
});
