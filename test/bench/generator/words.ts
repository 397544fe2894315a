/** What the documents speak about. Our own lists of ordinary words. */
import { phrases } from '../../../server/src/reading/lexicon/words.ts';

export interface Theme {
  readonly section: string;
  /** Things that can be counted, in the singular. */
  readonly things: readonly string[];
  /** People in the plural, without a name. */
  readonly people: readonly string[];
  /** What cannot be counted. */
  readonly matters: readonly string[];
  /** Offices and bodies are for these fields. */
  readonly field: string;
}

const theme = (section: string, field: string, things: string, people: string, matters: string): Theme => ({
  section,
  field,
  things: phrases(things),
  people: phrases(people),
  matters: phrases(matters),
});

export const themes: readonly Theme[] = [
  theme(
    'Environment',
    'Water',
    'well, reservoir, pipeline, dam, aquifer, pump, river, spring, canal, water meter, treatment plant, basin, wetland',
    'villagers, plumbers, hydrologists, households, well diggers, surveyors',
    'drought, leakage, groundwater, irrigation, rainfall, drinking water',
  ),
  theme(
    'Business',
    'Transport',
    'port, crane, container, ferry, quay, tugboat, lighthouse, terminal, freight train, warehouse, toll road, bridge',
    'dockers, pilots, shipowners, drivers, customs clerks, passengers',
    'freight, congestion, traffic, insurance, shipping, maintenance',
  ),
  theme(
    'Health',
    'Health',
    'clinic, ward, vaccine, ambulance, laboratory, test kit, hospital, pharmacy, mask, patient, syringe, waiting list',
    'nurses, surgeons, midwives, patients, volunteers, health workers',
    'malaria, fever, immunity, hygiene, surgery, medicine',
  ),
  theme(
    'Business',
    'Agriculture',
    'harvest, orchard, tractor, silo, seed bank, greenhouse, herd, vineyard, field, beehive, cooperative, grain mill',
    'farmers, growers, herders, beekeepers, agronomists, millers',
    'wheat, rice, fertiliser, barley, cocoa, livestock feed',
  ),
  theme(
    'Business',
    'Energy',
    'power station, turbine, grid, refinery, oil field, solar panel, transformer, gas pipeline, battery, coal mine, tariff, substation',
    'miners, electricians, regulators, suppliers, motorists, refiners',
    'electricity, fuel, crude, copper, hydrogen, coal',
  ),
  theme(
    'Education',
    'Education',
    'school, classroom, textbook, university, library, timetable, scholarship, dormitory, laboratory bench, exam, playground, lecture hall',
    'teachers, pupils, parents, librarians, students, caretakers',
    'literacy, tuition, homework, research, arithmetic, discipline',
  ),
  theme(
    'Politics',
    'Justice',
    'court, bill, ballot, statute, verdict, petition, inquiry, committee, warrant, treaty, archive, amendment',
    'judges, voters, lawmakers, lawyers, witnesses, clerks',
    'corruption, bail, procedure, evidence, turnout, testimony',
  ),
  theme(
    'World',
    'Defence',
    'border post, patrol boat, checkpoint, ceasefire, convoy, barracks, radar, minefield, hostage, helicopter, outpost, buffer zone',
    'soldiers, monitors, sailors, refugees, mediators, deminers',
    'disarmament, smuggling, surveillance, ammunition, security, humanitarian aid',
  ),
  theme(
    'World',
    'Foreign Affairs',
    'embassy, agreement, summit, visa, consulate, declaration, roadmap, sanction, delegation, invitation, communique, protocol',
    'diplomats, envoys, interpreters, negotiators, exporters, investors',
    'cooperation, trade, friendship, mutual trust, migration, investment',
  ),
  theme(
    'Science',
    'Science',
    'satellite, telescope, glacier, sensor, crater, rocket, species, fossil, volcano, ice core, observatory, coral reef',
    'astronomers, geologists, biologists, technicians, divers, engineers',
    'radiation, plankton, gravity, permafrost, lava, ozone',
  ),
  theme(
    'Disasters',
    'Emergency Management',
    'storm, flood, landslide, shelter, levee, roof, earthquake, aftershock, wildfire, sandbag, siren, evacuation route',
    'firefighters, rescuers, survivors, residents, medics, campers',
    'smoke, rubble, mud, damage, panic, emergency relief',
  ),
  theme(
    'Sport',
    'Sport',
    'match, stadium, goal, season, trophy, league, marathon, referee, racket, transfer, final, training camp',
    'players, supporters, referees, coaches, runners, cyclists',
    'doping, fitness, stamina, applause, rivalry, prize money',
  ),
  theme(
    'Culture',
    'Culture',
    'museum, painting, festival, orchestra, novel, theatre, manuscript, sculpture, film, choir, mosaic, exhibition',
    'curators, actors, dancers, visitors, composers, restorers',
    'poetry, folklore, music, craftsmanship, heritage, pottery',
  ),
  theme(
    'Economy',
    'Finance',
    'budget, loan, pension, bond, tax return, subsidy, currency, bank branch, factory, wage, mortgage, credit line',
    'economists, shopkeepers, pensioners, lenders, brokers, tenants',
    'inflation, debt, unemployment, interest, growth, revenue',
  ),
];

export const adjectives =
  phrases(`old, new, narrow, costly, modest, joint, rural, coastal, empty, crowded, public, private, shallow, northern,
  southern, eastern, western, abandoned, temporary, permanent, fragile, sturdy, hidden, ordinary, rusty, wooden, remote, modern,
  ancient, damaged, promised, disputed, planned, long, short, broad, muddy, seaside, mountain, provincial, borrowed, improvised, quiet,
  neglected, flooded, overdue, unfinished, independent, seasonal, free, common, separate, reliable, outdated, cheap, heavy, light`);

export const qualities =
  phrases(`too slow, worth the money, hard to explain, not enough, safe, overdue, cheaper than before, beyond repair,
  easier to mend than to replace, a matter of days, out of date, far from certain, in good hands, a warning to all, within reach,
  not a luxury, open to everybody, under review, worse than last year, a question of trust, the first of many, nobody's fault,
  older than the law, bound to fail, ready for use, a beginning and no more`);

/** Verbs with an object. Irregular ones have their past behind a colon, then their participle and their form in -ing. */
export const verbs =
  phrases(`open, close, mend, build:built, buy:bought, sell:sold, send:sent, inspect, replace, count, measure, paint,
  protect, share, rent, lease, restore, cover, supply:supplied, train, clear, guard, carry:carried, study:studied, publish, review, move,
  visit, borrow, connect, defend, design, divide, double, drain, empty:emptied, examine, expand, finance, follow, improve, install, insure,
  keep:kept, lose:lost, map:mapped:mapped:mapping, modernise, neglect, need, monitor, outlaw, pay for:paid for:paid for:paying for,
  postpone, register, reopen, repair, save, store, survey, test, tax, transfer:transferred:transferred:transferring, use, find:found,
  forget:forgot:forgotten:forgetting, leave:left, lead:led, win:won:won:winning, cut:cut:cut:cutting, give up:gave up:given up:giving up,
  bring back:brought back:brought back:bringing back, look after:looked after:looked after:looking after, steal:stole:stolen, break:broke:broken,
  hide:hid:hidden, abandon, advertise, assemble, auction, celebrate, classify:classified, coordinate, decorate, demolish, digitise, dismantle,
  evacuate, evaluate, fund, handle, ignore, import, isolate, label:labelled:labelled:labelling, multiply:multiplied, nationalise, negotiate,
  operate, organise, oversee:oversaw:overseen:overseeing, photograph, privatise, rebuild:rebuilt, recycle, renovate, sabotage, sponsor,
  subsidise, suspend, trace, unload, upgrade, value, verify:verified, withdraw:withdrew:withdrawn`);

/** Ends of companies' names. */
export const companies = phrases(
  'Holdings, Group, Mining, Airlines, Shipping Company, Bank, Energy, Foods, Industries, Partners',
);

export const times =
  phrases(`before the rains, by the end of the year, next spring, within six weeks, in the coming months, for the first time in a decade,
  every winter, after the holidays, in less than a month, since last summer, at the height of the season, in two stages, without delay,
  overnight, year after year, long before dawn, for another season, at short notice, twice a week, over the next five years`);

export const manners =
  phrases(`at their own cost, with borrowed tools, behind closed doors, in the open, without a contract, under police guard,
  by hand, with help from abroad, in broad daylight, against all advice, on foot, by telephone, at a loss, in small groups,
  through a private company, on the basis of equality, with due care, in spite of the cost`);

export const connectives =
  phrases(`Meanwhile, In the meantime, At the same time, Even so, Earlier, In private, Instead, As a result, In the end,
  On the other side of town, By then, Last year, Two days later, At first, For now, Elsewhere`);

export const outletWords = phrases(
  'Courier, Herald, Observer, Gazette, Monitor, Post, Tribune, Evening News, Chronicle, Mirror',
);
export const agencies = phrases(
  'Fjord Wire, Savanna Wire, Baltica, Andes Wire, Meridian, Seawire, Harbour Press, Delta News, Northline',
);
