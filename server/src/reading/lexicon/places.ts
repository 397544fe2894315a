/**
 * Countries, peoples' adjectives and other well-known places. Countries and their facts come from world-countries,
 * cities and provinces from city-timezones; the lists written here are general knowledge of the world.
 */
import { cityMapping } from 'city-timezones';
import countries from 'world-countries';
import { once } from '../once.ts';
import { phrases } from './words.ts';

export interface Country {
  /** ISO 3166-1 alpha-3 code. */
  readonly code: string;
  /** Common English name. */
  readonly name: string;
  readonly capital: string | null;
  readonly demonym: string | null;
}

/** Country facts by ISO 3166-1 alpha-3 code. */
export const COUNTRIES: ReadonlyMap<string, Country> = new Map(
  countries.map(({ cca3, name, capital, demonyms }) => [
    cca3,
    { code: cca3, name: name.common, capital: capital[0] ?? null, demonym: demonyms?.eng?.m || null },
  ]),
);

/** Other names that news gives to countries, by ISO code. */
const MORE_COUNTRY_NAMES = `
  USA: United States of America, United States, USA, U.S.A., US, U.S., America
  GBR: UK, U.K., Britain, Great Britain
  ARE: UAE, U.A.E., Emirates
  CHN: PRC, P.R.C., People's Republic of China, Mainland China
  RUS: Russian Federation
  KOR: Republic of Korea, ROK, South Korea
  PRK: DPRK, Democratic People's Republic of Korea, North Korea
  COD: DRC, Democratic Republic of the Congo, Democratic Republic of Congo, Congo-Kinshasa
  COG: Congo-Brazzaville, Republic of Congo, Congo
  CIV: Côte d'Ivoire, Cote d'Ivoire
  TUR: Turkey, Türkiye, Turkiye
  MKD: Macedonia, North Macedonia
  MMR: Burma
  SWZ: Swaziland
  CPV: Cabo Verde
  TLS: East Timor, Timor Leste
  CZE: Czech Republic
  NLD: Holland
  VAT: Holy See, Vatican
  SAU: Kingdom of Saudi Arabia
  VNM: Viet Nam
  LAO: Lao PDR
  IRL: Republic of Ireland
  IRN: Islamic Republic of Iran
  PSE: Palestinian Territories, Palestinian territories, State of Palestine
  BIH: Bosnia, Bosnia-Herzegovina, Bosnia-Hercegovina
  KNA: Saint Kitts, St. Kitts and Nevis
  LCA: St. Lucia
  VCT: St. Vincent
  TTO: Trinidad
  ATG: Antigua
  STP: Sao Tome and Principe
  MAC: Macao
  HKG: Hong Kong
  KGZ: Kyrgyz Republic
  FSM: Federated States of Micronesia
  CAF: CAR
  NZL: Aotearoa
  BLR: Byelorussia, Belorussia
`;

/** ISO code by country name as news writes it. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = (() => {
  const names = new Map<string, string>();
  for (const { cca3, name, independent, unMember } of countries) {
    names.set(name.common, cca3);
    names.set(name.common.replace(/^Saint /, 'St. '), cca3);
    if (independent || unMember) names.set(name.official, cca3);
  }
  for (const line of MORE_COUNTRY_NAMES.trim().split('\n')) {
    const [code = '', list = ''] = line.trim().split(': ');
    for (const name of phrases(list)) names.set(name, code);
  }
  return names;
})();

/** Adjectives and words for people that the library has not, by ISO code. */
const MORE_DEMONYMS = `
  ARG: Argentinian, Argentinean
  AFG: Afghani
  AZE: Azeri
  BWA: Botswanan
  CHE: Swiss
  CHN: Chinese
  CIV: Ivoirian, Ivorian
  COM: Comorian
  CYP: Cypriot
  CZE: Czech
  DNK: Danish, Dane
  ECU: Ecuadorian, Ecuadoran
  ESP: Spanish, Spaniard
  FIN: Finnish, Finn
  FRA: French, Frenchman, Frenchwoman
  GBR: British, Briton, Brit
  GRC: Greek
  GTM: Guatemalan
  HND: Honduran
  IRL: Irish, Irishman, Irishwoman
  ISL: Icelandic
  JAM: Jamaican
  KAZ: Kazakh
  KGZ: Kyrgyz, Kirghiz, Kyrgyzstani
  KOR: South Korean
  LSO: Basotho
  LAO: Lao
  LIE: Liechtenstein
  LUX: Luxembourgish
  MDG: Madagascan
  MDV: Maldivian
  NLD: Dutch, Dutchman, Dutchwoman
  NOR: Norwegian
  NPL: Nepali
  NZL: Kiwi, New Zealander
  PHL: Philippine, Filipino, Filipina
  POL: Polish, Pole
  PRT: Portuguese
  SAU: Saudi, Saudi Arabian
  SVN: Slovenian, Slovene
  SVK: Slovakian, Slovak
  SLV: Salvadorean, Salvadoran
  SUR: Surinamese
  SWE: Swedish, Swede
  SWZ: Swazi
  TJK: Tajik, Tajikistani
  TKM: Turkmen
  TLS: Timorese
  TUR: Turkish, Turk
  UZB: Uzbek
  USA: American, U.S.-American
  VUT: Vanuatuan
  ZAF: South African
  BRB: Bajan
  BGD: Bangladeshi
  KNA: Kittitian
  NER: Nigerien
  VNM: Vietnamese
  PSE: Palestinian
  TWN: Taiwanese
  UKR: Ukrainian
  PRK: North Korean
`;

/** ISO code by adjective or word for people: "French", "Kyrgyz", "Filipino". Plurals of nouns are not listed. */
export const DEMONYMS: ReadonlyMap<string, string> = (() => {
  const byWord = new Map<string, string>();
  const sure = new Set(['Congolese', 'Dominican', 'American', 'Indian', 'Dutch', 'French', 'Norwegian']);
  const owner = new Map([
    ['Congolese', 'COD'],
    ['Dominican', 'DOM'],
    ['American', 'USA'],
    ['Indian', 'IND'],
    ['Dutch', 'NLD'],
    ['French', 'FRA'],
    ['Norwegian', 'NOR'],
  ]);
  for (const { cca3, demonyms } of countries) {
    for (const form of [demonyms?.eng?.m, demonyms?.eng?.f]) {
      for (const word of form?.split(/,| or /) ?? []) {
        const name = word.trim();
        if (name === '' || COUNTRY_NAMES.has(name) || name.endsWith('Islander')) continue;
        if (!byWord.has(name)) byWord.set(name, sure.has(name) ? (owner.get(name) ?? cca3) : cca3);
      }
    }
  }
  for (const line of MORE_DEMONYMS.trim().split('\n')) {
    const [code = '', list = ''] = line.trim().split(': ');
    for (const word of phrases(list)) byWord.set(word, code);
  }
  return byWord;
})();

/** Adjectives of places that are no countries, of faiths, parties and peoples: capitalised, but nobody's name. */
export const OTHER_ADJECTIVES: ReadonlySet<string> = new Set(
  phrases(`European, African, Asian, Arab, Arabian, Arabic, English, Scottish, Welsh, Scots, Catalan, Basque, Kurdish, Kurd, Tibetan, Uyghur, Uighur,
  Rohingya, Chechen, Crimean, Kashmiri, Bavarian, Sicilian, Corsican, Flemish, Walloon, Quebecois, Québécois, Texan, Californian, Hawaiian,
  Alaskan, Floridian, Scandinavian, Nordic, Baltic, Balkan, Slavic, Latin, Latino, Latina, Latinx, Hispanic, Antarctic, Oceanian, Eurasian, Soviet, Ottoman, Roman, Byzantine, Persian, Mongol, Western, Eastern, Northern, Southern, Central,
  Anglo, Anglo-Saxon, Aboriginal, Indigenous, Maori, Māori, Inuit, Cherokee, Navajo, Sioux, Apache, Zulu, Xhosa, Hutu, Tutsi, Yoruba, Igbo, Hausa,
  Pashtun, Tamil, Sinhalese, Punjabi, Bengali, Hindi, Urdu, Mandarin, Cantonese, Hebrew, Yiddish, Farsi, Pashto, Swahili, Gaelic, Hong Konger,
  Muslim, Islamic, Islamist, Sunni, Shia, Shiite, Shi'ite, Sufi, Christian, Catholic, Protestant, Orthodox, Anglican, Lutheran, Methodist, Baptist, Presbyterian,
  Evangelical, Mormon, Jewish, Jew, Judaism, Islam, Christianity, Buddhism, Hinduism, Catholicism, Buddhist, Hindu, Sikh, Jain, Taoist, Zionist, Semitic, Gypsy, Roma, Romani, Yazidi, Druze, Alawite, Ahmadi, Copt, Coptic,
  Republican, Democratic, Democrat, Conservative, Liberal, Labor, Labour, Tory, Tories, Socialist, Communist, Marxist, Nazi, Fascist, Maoist, Stalinist, Leninist, Trotskyist, Libertarian, Unionist,
  Nationalist, Islamophobic, Islamophobia, Scientology, Scientologist, Jainism, Sikhism, Taoism, Wahhabism, Zionism, Marxism, Communism, Nazism, Fascism, Peronism, Victorian, Edwardian, Elizabethan, Georgian-era, Gothic, Baroque, Olympic, Paralympic, Asian-American, African-American, African American, Asian American, Native American,
  Native, Londoner, Parisian, New Yorker, Angeleno, Berliner, Venetian, Muscovite, Viennese, Sydneysider, Dubliner, Briton, Keynesian, Freudian, Darwinian, Kafkaesque, Orwellian,
  Trans-Atlantic, Transatlantic, Trans-Pacific, Sino, Indo, Franco, Russo, Afro, Euro, Eurosceptic, Brexiteer, Bolivarian, Chavista, Peronist, Kirchnerist, Houthi-backed, Latin American, South American, North American, Central American, Middle Eastern, South Asian, East Asian, Southeast Asian, Central Asian, West African, East African, Eastern European, Western European, Central European`),
);

/** Regions, continents, seas, states and disputed lands that stand in no list of countries. */
const REGIONS = `
  Africa, Asia, Europe, North America, South America, Latin America, Central America, Oceania, Antarctica, Americas, Eurasia, Australasia,
  Middle East, Near East, Far East, Gulf, Persian Gulf, Maghreb, Sahel, Sahara, Horn of Africa, West Africa, East Africa, North Africa,
  Southern Africa, Central Africa, Sub-Saharan Africa, Southeast Asia, South-East Asia, South East Asia, South Asia, East Asia, Central Asia, Northeast Asia, North-East Asia,
  Western Europe, Eastern Europe, Central Europe, Northern Europe, Southern Europe, Scandinavia, Balkans, Western Balkans, Baltics, Baltic States, Caucasus, South Caucasus,
  North Caucasus, Levant, Anatolia, Mesopotamia, Indochina, Micronesia, Melanesia, Polynesia, Caribbean, West Indies, Asia-Pacific, Asia Pacific,
  Indo-Pacific, Mediterranean, Atlantic, Pacific, Arctic, Antarctic, Atlantic Ocean, Pacific Ocean, Indian Ocean, Arctic Ocean, Southern Ocean,
  North Atlantic, South Pacific, Black Sea, Red Sea, Dead Sea, Caspian Sea, Baltic Sea, North Sea, Aegean Sea, Aegean, Adriatic Sea, Adriatic, Ionian Sea,
  Mediterranean Sea, South China Sea, East China Sea, Yellow Sea, Arabian Sea, Caribbean Sea, Irish Sea, Bering Sea, Sea of Japan, Sea of Azov, Coral Sea,
  English Channel, Bering Strait, Taiwan Strait, Strait of Hormuz, Strait of Malacca, Bosphorus, Dardanelles, Suez Canal, Panama Canal, Gulf of Mexico, Gulf of Aden, Gulf of Guinea, Gulf of Oman,
  Bay of Bengal, Hudson Bay, Guantanamo Bay, Guantánamo Bay, Nile, Amazon River, Danube, Rhine, Volga, Mekong, Yangtze, Yellow River, Ganges, Indus, Euphrates, Tigris, Jordan River, Thames, River Thames,
  Seine, Mississippi River, Rio Grande, Himalayas, Alps, Andes, Pyrenees, Carpathians, Urals, Rocky Mountains, Rockies, Appalachians, Mount Everest, Mount Fuji, Kilimanjaro, Mount Kilimanjaro,
  Lake Victoria, Lake Chad, Lake Tanganyika, Lake Malawi, Great Lakes, Great Barrier Reef, Great Plains, Siberia, Crimea, Donbas, Donbass, Transnistria, Abkhazia, South Ossetia,
  Nagorno-Karabakh, Artsakh, Chechnya, Dagestan, Tatarstan, Kashmir, Jammu and Kashmir, Jammu, Ladakh, Punjab, Bengal, West Bengal, Kerala, Gujarat, Maharashtra, Bihar, Assam, Rajasthan, Uttar Pradesh,
  Madhya Pradesh, Andhra Pradesh, Tamil Nadu, Karnataka, Telangana, Odisha, Goa, Manipur, Nagaland, Sindh, Balochistan, Khyber Pakhtunkhwa, Tibet, Xinjiang,
  Inner Mongolia, Guangdong, Hubei, Hunan, Henan, Hebei, Sichuan, Yunnan, Zhejiang, Jiangsu, Fujian, Shandong, Shanxi, Shaanxi, Gansu, Qinghai, Hainan, Heilongjiang, Jilin, Liaoning, Anhui, Jiangxi, Guizhou, Guangxi, Ningxia,
  Golan Heights, West Bank, Gaza, Gaza Strip, Sinai, Sinai Peninsula, East Jerusalem, Kurdistan, Iraqi Kurdistan, Darfur, Tigray, Oromia, Biafra, Puntland, Somaliland, Zanzibar, Niger Delta, Katanga, Kivu,
  North Kivu, South Kivu, Ituri, Casamance, Cabinda, Western Cape, Eastern Cape, Gauteng, KwaZulu-Natal, Transvaal, Cape of Good Hope, Catalonia, Basque Country, Galicia, Andalusia, Flanders, Wallonia, Bavaria, Saxony, Brandenburg, Hesse,
  Lower Saxony, North Rhine-Westphalia, Rhineland, Prussia, Silesia, Bohemia, Moravia, Tyrol, South Tyrol, Tuscany, Lombardy, Piedmont, Sicily, Sardinia, Corsica,
  Normandy, Brittany, Provence, Alsace, Burgundy, Île-de-France, Crete, Rhodes, Samos, Lesbos, Thrace, Transylvania, Vojvodina, Republika Srpska, Dalmatia, Galilee, Judea, Samaria,
  England, Scotland, Wales, Northern Ireland, Ulster, Cornwall, Devon, Kent, Essex, Sussex, Surrey, Norfolk, Suffolk, Yorkshire, Lancashire, Cumbria, Northumberland,
  Durham, Cheshire, Derbyshire, Nottinghamshire, Lincolnshire, Leicestershire, Staffordshire, Shropshire, Worcestershire, Warwickshire, Northamptonshire, Cambridgeshire,
  Bedfordshire, Hertfordshire, Buckinghamshire, Oxfordshire, Gloucestershire, Wiltshire, Berkshire, Hampshire, Dorset, Somerset, West Midlands, Greater Manchester, Merseyside, Tyne and Wear, Midlands, Greater London,
  East Sussex, West Sussex, North Yorkshire, South Yorkshire, West Yorkshire, Channel Islands, Orkney, Shetland, Hebrides, Highlands, Aberdeenshire, Fife, Lothian, Anglesey, Gwynedd, Powys, Herefordshire, Isle of Wight, Isle of Man,
  Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas,
  Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico,
  New York, New York State, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia,
  Washington State, West Virginia, Wisconsin, Wyoming, District of Columbia, New England, Midwest, Pacific Northwest, Deep South, West Coast, East Coast, Gulf Coast, Silicon Valley, Bay Area, San Francisco Bay Area, Long Island, Manhattan, Brooklyn, Queens, Bronx, Harlem, Staten Island,
  Hollywood, Capitol Hill, Wall Street, Broadway, Times Square, Central Park, Trafalgar Square, Red Square, Tiananmen Square, Tahrir Square, Taksim Square, Downing Street, Pennsylvania Avenue, Champs-Élysées, Westminster, Whitehall, Heathrow, Gatwick,
  Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, Newfoundland and Labrador, Labrador, Nova Scotia, Ontario, Prince Edward Island, Quebec, Québec, Saskatchewan, Yukon, Northwest Territories, Nunavut,
  New South Wales, Queensland, South Australia, Tasmania, Western Australia, Northern Territory, Australian Capital Territory, Chiapas, Michoacán, Michoacan, Oaxaca, Sinaloa, Jalisco, Sonora, Yucatán, Yucatan, Baja California, Patagonia, Minas Gerais, Bahia, Mato Grosso,
  Java, Sumatra, Borneo, Kalimantan, Sulawesi, Papua, West Papua, Aceh, Bali, Lombok, Mindanao, Luzon, Visayas, Sabah, Sarawak, Hokkaido, Honshu, Kyushu, Shikoku, Okinawa, Korea, Korean Peninsula, Korean peninsula,
  Arabian Peninsula, Iberia, Iberian Peninsula, Kuril Islands, Spratly Islands, Paracel Islands, Senkaku Islands, Galápagos Islands, Galapagos Islands, Canary Islands, Azores, Madeira, Soviet Union, USSR, U.S.S.R., East Germany, West Germany, Yugoslavia, Czechoslovakia, South Yemen, North Yemen, Rhodesia, Zaire, Constantinople, Byzantium, Ottoman Empire, Roman Empire,
  Earth, Mars, Venus, Jupiter, Saturn, Mercury, Neptune, Uranus, Pluto, Moon, Milky Way, NSW, N.S.W., NYC, DC, D.C., L.A., Washington DC, Washington D.C.
`;

/** Capitals and large cities in spellings that the gazetteer has not. */
const MORE_CITIES = `
  Beijing, Peking, Shanghai, New Delhi, Delhi, Bombay, Calcutta, Madras, Bangalore, Bengaluru, Kolkata, Mumbai, Chennai, Kyiv, Kiev, Kharkiv, Kharkov, Lviv, Odesa, Odessa, Dnipro, Donetsk, Luhansk, Mariupol, Sevastopol, Simferopol,
  Washington, Washington D.C., New York City, Los Angeles, San Francisco, Las Vegas, St. Louis, St. Petersburg, Saint Petersburg, Rome, Milan, Turin, Venice, Florence, Naples, Genoa, Munich, Cologne, Nuremberg, Hanover, Vienna, Prague, Warsaw, Cracow, Kraków, Krakow,
  Bucharest, Belgrade, Athens, Thessaloniki, Lisbon, Oporto, Seville, The Hague, Hague, Brussels, Antwerp, Bruges, Ghent, Copenhagen, Gothenburg, Zurich, Zürich, Geneva, Bern, Berne, Basel, Basle, Lucerne, Davos, Strasbourg, Nice, Cannes, Lyon, Lyons, Marseille, Marseilles, Bordeaux, Toulouse, Nantes, Lille,
  Moscow, Leningrad, Stalingrad, Volgograd, Bogota, Bogotá, Medellín, Medellin, Brasilia, Brasília, Sao Paulo, São Paulo, Rio de Janeiro, Asuncion, Asunción, Havana, San José, San Jose, San Juan, Mexico City, Guatemala City, Panama City, Kuwait City, Quebec City, Ho Chi Minh City, Saigon, Hanoi, Ha Noi, Rangoon, Yangon, Naypyidaw, Naypyitaw,
  Tehran, Teheran, Baghdad, Mosul, Basra, Kirkuk, Erbil, Damascus, Aleppo, Homs, Idlib, Raqqa, Beirut, Tripoli, Benghazi, Jerusalem, Tel Aviv, Haifa, Ramallah, Bethlehem, Nablus, Hebron, Jenin, Rafah, Khan Younis, Amman, Riyadh, Jeddah, Mecca, Medina, Sanaa, Sana'a, Aden, Hodeidah, Doha, Manama, Muscat, Abu Dhabi, Dubai, Sharjah, Kabul, Kandahar, Herat, Islamabad, Karachi, Lahore, Peshawar, Quetta, Rawalpindi,
  Srinagar, Pyongyang, Seoul, Busan, Tokyo, Osaka, Kyoto, Hiroshima, Nagasaki, Fukushima, Taipei, Wuhan, Chongqing, Guangzhou, Shenzhen, Tianjin, Hangzhou, Nanjing, Xi'an, Lhasa, Urumqi, Macau, Kowloon, Mogadishu, Khartoum, Juba, Addis Ababa, Asmara, Nairobi, Mombasa, Kampala, Kigali, Bujumbura, Dodoma, Dar es Salaam, Lusaka, Harare, Bulawayo,
  Gaborone, Pretoria, Johannesburg, Cape Town, Durban, Soweto, Maputo, Lilongwe, Blantyre, Antananarivo, Luanda, Kinshasa, Brazzaville, Goma, Bukavu, Libreville, Yaounde, Yaoundé, Douala, Bangui, N'Djamena, Ndjamena, Abuja, Lagos, Kano, Port Harcourt, Maiduguri, Accra, Kumasi, Lome, Lomé, Cotonou, Ouagadougou, Niamey, Bamako, Timbuktu, Gao, Abidjan, Yamoussoukro, Monrovia, Freetown, Conakry, Bissau, Banjul, Dakar, Nouakchott, Rabat, Casablanca, Marrakesh, Marrakech, Algiers, Oran, Tunis, Cairo, Alexandria,
  Ankara, Istanbul, Izmir, Nicosia, Tbilisi, Yerevan, Baku, Stepanakert, Astana, Nur-Sultan, Almaty, Tashkent, Samarkand, Bishkek, Dushanbe, Ashgabat, Ulaanbaatar, Ulan Bator, Dhaka, Kathmandu, Thimphu, Colombo, Male, Bangkok, Chiang Mai, Phnom Penh, Vientiane, Kuala Lumpur, Putrajaya, Jakarta, Bandung, Surabaya, Manila, Cebu, Davao, Dili, Port Moresby, Honiara, Suva, Apia, Canberra, Sydney, Melbourne, Brisbane, Perth, Adelaide, Hobart, Darwin, Wellington, Auckland, Christchurch, Dunedin, Ottawa, Toronto, Montreal, Montréal, Vancouver, Calgary,
  Bratislava, Budapest, Ljubljana, Zagreb, Sarajevo, Podgorica, Pristina, Prishtina, Skopje, Tirana, Sofia, Chisinau, Chișinău, Tiraspol, Minsk, Vilnius, Riga, Tallinn, Helsinki, Stockholm, Oslo, Reykjavik, Dublin, Belfast, Edinburgh, Glasgow, Cardiff, London, Luxembourg City, Valletta, Vaduz, Andorra la Vella, Vatican City, Port-au-Prince, Santo Domingo, Kingston, Caracas, Quito, Guayaquil, Lima, La Paz, Sucre, Santiago, Buenos Aires, Montevideo, Georgetown, Paramaribo, Cayenne, Tegucigalpa, San Salvador, Managua, Belmopan
`;

export interface Place {
  readonly country: string | null;
  /** How far the name alone makes it a place: 3 a country or great city, 2 a known one, 1 one among many. */
  readonly weight: 1 | 2 | 3;
}

/** Well-known names of places, by name. */
export const placesByName = once((): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>();
  for (const { city, city_ascii, pop, province } of cityMapping) {
    const weight = pop >= 1_000_000 ? 2 : 1;
    for (const name of [city, city_ascii]) {
      if (name && /^\p{Lu}/u.test(name) && (places.get(name)?.weight ?? 0) < weight)
        places.set(name, { country: null, weight });
    }
    if (province && /^\p{Lu}/u.test(province) && !places.has(province))
      places.set(province, { country: null, weight: 1 });
  }
  for (const { capital } of countries) for (const name of capital) places.set(name, { country: null, weight: 2 });
  for (const name of phrases(MORE_CITIES)) places.set(name, { country: null, weight: 2 });
  for (const name of phrases(REGIONS)) places.set(name, { country: null, weight: 3 });
  for (const [name, code] of COUNTRY_NAMES) places.set(name, { country: code, weight: 3 });
  for (const name of phrases(
    'Of, Man, Most, Male, Nice, Mobile, Reading, Bath, Date, Same, Ho, Po, Young, Central, Orange, Enterprise, Independence, Normal, Union, Liberal, Liberty, Progress, Best, Same, Split, Police, Bar, Hit, Van, Sale, Surprise, Buy, Deal, Deputy, Early, Bonn, Guide, Wells, Many, Battle, Along, North, South, East, West, Northern, Southern, Eastern, Western, Upper, Lower, Capital, Metropolitan, Federal, Government, Center, Centre, Islands, Coast, Moon, Venus, Mercury, Mars, Saturn, Gulf',
  )) {
    const known = places.get(name);
    if (known && name !== 'Nice' && name !== 'Reading') places.set(name, { ...known, weight: 1 });
  }
  return places;
});

/** US states and Canadian provinces as they stand after a comma: "Cibolo, Tex.". */
export const STATE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  phrases(`Ala., Ariz., Ark., Calif., Colo., Conn., Del., Fla., Ga., Ill., Ind., Kan., Ky., La., Md., Mass., Mich., Minn., Miss., Mo., Mont., Neb., Nev., N.H., N.J., N.M., N.Y., N.C., N.D.,
  Okla., Ore., Pa., R.I., S.C., S.D., Tenn., Tex., Vt., Va., Wash., W.Va., Wis., Wyo., Ont., Que., B.C., Alta.`),
);

/** Last words of place names: "Lincoln County", "Bradley Airport"; lower case. */
export const PLACE_HEADS: ReadonlySet<string> = new Set(
  phrases(`county, province, prefecture, district, region, territory, island, islands, isle, isles, peninsula, cape, archipelago, atoll, reef, bay, gulf, strait, straits,
  sea, ocean, lake, lakes, river, creek, canal, falls, waterfall, delta, valley, canyon, gorge, mountain, mountains, mount, hill, hills, heights, peak, ridge, volcano,
  glacier, desert, plain, plains, plateau, forest, rainforest, woods, beach, coast, harbor, harbour, port, park, garden, gardens, square, plaza, street, road, avenue,
  boulevard, lane, highway, motorway, freeway, expressway, bridge, tunnel, station, airport, airfield, airbase, terminal, stadium, arena, mosque, cathedral, church,
  chapel, temple, synagogue, shrine, abbey, monastery, basilica, palace, castle, fort, tower, towers, building, hall, museum, theatre, theater, cemetery, memorial, monument, dam,
  village, town, city, township, borough, municipality, parish, canton, oblast, krai, raion, voivodeship, governorate, emirate, suburb, quarter, ward, zone, reservation, ranch, lodge, resort, fault,
  prison, jail, camp, zoo, mall, speedway, raceway, racecourse, circuit, center, centre, crossing, checkpoint, springs, grove, crater, cave, range, junction, wharf, pier, marina, speedway, house, manor, mine, facility, penitentiary, oilfield, refinery, plant, shipyard, base, barracks, headland, point, basin, trench, rift, wall, gate, interchange, roundabout, raceway, dome, field`),
);

/** Words that open place names: "Lake Chad", "Mount Bukak", "Fort Worth". */
export const PLACE_OPENERS: ReadonlySet<string> = new Set(
  phrases(
    'Lake, Mount, Mt., Mt, Cape, Fort, Port, Camp, Isle, Gulf, Strait, Straits, Río, Rio, Saint, St., St, San, Santa, São, Puerto, Isla, Masjid, RAF, Ciudad, Area, Bani, Wadi, Jebel, Deir, Route, Highway, Interstate',
  ),
);
