/** Words and abbreviations that may have a capital and yet begin no name. General knowledge of English. */
import { words } from './words.ts';

export const WEEKDAYS: ReadonlySet<string> = new Set(words('monday tuesday wednesday thursday friday saturday sunday'));
export const MONTHS: ReadonlySet<string> = new Set(
  words(
    'january february march april may june july august september october november december jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.',
  ),
);
/** Never a name, however written. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  words(`the a an this that these those and or but nor so yet if in on at by for from of to with without within into onto upon about after before during
  since until till while when where why how who whom whose which what as than though although because unless whether however moreover
  furthermore meanwhile also then thus hence therefore otherwise instead nevertheless nonetheless besides indeed perhaps maybe
  he she it they we i you me him us them his her its their our your my mine hers theirs himself herself itself themselves
  is are was were be been being am has have had do does did will would shall should can could may might must not no yes
  there here now today yesterday tomorrow tonight all both each every either neither some any many much more most few several other another such
  one two three four five six seven eight nine ten hundred thousand million billion
  according despite amid amidst among amongst against between beyond behind below above across along around near over under per via versus vs
  only just even still already again once never always often sometimes later earlier recently currently formerly previously
  last next given majesty highness excellency image images file photo photograph picture credit caption local dear please thank thanks ok okay q a re ps nb am pm bc ad utc gmt est edt pst cet bst tv dna covid ufo gdp hiv aids lgbt lgbtq cv id pdf url
  mps mp faq phd ceo dvd cd usb sms pcr sars mers h1n1 ii iii suv wifi atm vip pr hr it ai os`),
);

/** Abbreviations in capitals that name nobody. */
export const NOT_ACRONYMS: ReadonlySet<string> = new Set(
  words(`TV NGO GPU CPU IUCN-list DNA RNA UFO GDP HIV AIDS LGBT LGBTQ LGBT+ UTC GMT EST EDT PST PDT CET CEST BST MST MDT CST CDT AM PM BC AD CE BCE OK ID CV PDF URL FAQ PHD CEO CFO COO CTO DVD CD USB SMS PCR SARS MERS II III IV VI VII VIII IX XI XII XVII XVIII XIX XX SUV IST ATM VIP PR HR IT AI OS
  MP MPs MEP MLA HM HMS USS RMS MV PM QC KC SC BA MA MBA BSC MSC RIP SOS IQ IVF CCTV-footage GPS CO2 PPE ICU UV HD 3D 2D FM LNG LPG VAT GST USD EUR GBP NZD AUD CAD JPY CNY RMB HK ET NO NB PS RE TBA TBD AKA ASAP ETA-time FYI DIY POW MIA WWI WWII WW1 WW2 WMD IED AK ICBM JCPOA START INF NPT NAFTA CBD USMCA TPP TTIP BREXIT COVID EV EVS AG GP CPI PMI IPO ETF LED LCD DJ MC MVP FC RBI HR ERA KG KM MPH PPM GHZ MHZ DVDS CDS TVS Q A ALL AND THE NOT FOR WITH NEW BREAKING UPDATE EXCLUSIVE LIVE VIDEO PHOTO PHOTOS UPDATED SHARE PRINT`),
);
