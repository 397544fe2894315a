/** Organisations that the whole world's news names, and the words that make a name an organisation's. General knowledge. */
import { phrases } from './words.ts';

/** Acronym → full name, of international bodies, agencies and the like. */
export const ACRONYMS: ReadonlyMap<string, string> = new Map(
  `
  UN: United Nations
  EU: European Union
  WHO: World Health Organization
  NATO: North Atlantic Treaty Organization
  ASEAN: Association of Southeast Asian Nations
  IMF: International Monetary Fund
  WTO: World Trade Organization
  OECD: Organisation for Economic Co-operation and Development
  OPEC: Organization of the Petroleum Exporting Countries
  OSCE: Organization for Security and Co-operation in Europe
  OAS: Organization of American States
  OIC: Organization of Islamic Cooperation
  OPCW: Organisation for the Prohibition of Chemical Weapons
  IAEA: International Atomic Energy Agency
  ICAO: International Civil Aviation Organization
  IMO: International Maritime Organization
  ILO: International Labour Organization
  IOM: International Organization for Migration
  ITU: International Telecommunication Union
  IPCC: Intergovernmental Panel on Climate Change
  ICC: International Criminal Court
  ICJ: International Court of Justice
  ICRC: International Committee of the Red Cross
  IFRC: International Federation of Red Cross and Red Crescent Societies
  IOC: International Olympic Committee
  FIFA: FIFA
  UEFA: UEFA
  FAO: Food and Agriculture Organization
  WFP: World Food Programme
  UNICEF: United Nations Children's Fund
  UNESCO: United Nations Educational, Scientific and Cultural Organization
  UNHCR: United Nations High Commissioner for Refugees
  UNDP: United Nations Development Programme
  UNEP: United Nations Environment Programme
  UNFPA: United Nations Population Fund
  UNODC: United Nations Office on Drugs and Crime
  UNRWA: United Nations Relief and Works Agency
  UNCTAD: United Nations Conference on Trade and Development
  UNAIDS: UNAIDS
  WMO: World Meteorological Organization
  WIPO: World Intellectual Property Organization
  AU: African Union
  ECB: European Central Bank
  ECOWAS: Economic Community of West African States
  SADC: Southern African Development Community
  IGAD: Intergovernmental Authority on Development
  GCC: Gulf Cooperation Council
  SCO: Shanghai Cooperation Organization
  CIS: Commonwealth of Independent States
  CSTO: Collective Security Treaty Organization
  APEC: Asia-Pacific Economic Cooperation
  ADB: Asian Development Bank
  AIIB: Asian Infrastructure Investment Bank
  MSF: Médecins Sans Frontières
  CIA: Central Intelligence Agency
  FBI: Federal Bureau of Investigation
  NSA: National Security Agency
  NASA: National Aeronautics and Space Administration
  NOAA: National Oceanic and Atmospheric Administration
  FDA: Food and Drug Administration
  CDC: Centers for Disease Control and Prevention
  FAA: Federal Aviation Administration
  NTSB: National Transportation Safety Board
  EPA: Environmental Protection Agency
  FCC: Federal Communications Commission
  FTC: Federal Trade Commission
  SEC: Securities and Exchange Commission
  DHS: Department of Homeland Security
  DOJ: Department of Justice
  ICE: Immigration and Customs Enforcement
  TSA: Transportation Security Administration
  FEMA: Federal Emergency Management Agency
  USGS: United States Geological Survey
  USAID: United States Agency for International Development
  ACLU: American Civil Liberties Union
  NAACP: National Association for the Advancement of Colored People
  NRA: National Rifle Association
  NHS: National Health Service
  BBC: British Broadcasting Corporation
  CNN: Cable News Network
  ABC: ABC
  CBS: CBS
  NBC: NBC
  CBC: Canadian Broadcasting Corporation
  NPR: National Public Radio
  PBS: Public Broadcasting Service
  MSNBC: MSNBC
  ITV: ITV
  RT: RT
  AP: Associated Press
  AFP: Agence France-Presse
  UPI: United Press International
  DPA: Deutsche Presse-Agentur
  ANSA: ANSA
  EFE: EFE
  TASS: TASS
  ITAR-TASS: ITAR-TASS
  KCNA: Korean Central News Agency
  IRNA: Islamic Republic News Agency
  SANA: Syrian Arab News Agency
  CCTV: China Central Television
  CGTN: China Global Television Network
  NHK: NHK
  KBS: KBS
  ARD: ARD
  ZDF: ZDF
  RAI: RAI
  NDTV: NDTV
  ESA: European Space Agency
  JAXA: Japan Aerospace Exploration Agency
  ISRO: Indian Space Research Organisation
  CERN: CERN
  IBM: IBM
  BP: BP
  GM: General Motors
  HSBC: HSBC
  UBS: UBS
  BMW: BMW
  KFC: KFC
  NBA: National Basketball Association
  NFL: National Football League
  MLB: Major League Baseball
  NHL: National Hockey League
  NCAA: National Collegiate Athletic Association
  ISIS: Islamic State of Iraq and Syria
  ISIL: Islamic State of Iraq and the Levant
  PLO: Palestine Liberation Organization
  PKK: Kurdistan Workers' Party
  YPG: People's Protection Units
  SDF: Syrian Democratic Forces
  IDF: Israel Defense Forces
  IRGC: Islamic Revolutionary Guard Corps
  ETA: ETA
  IRA: Irish Republican Army
  FARC: Revolutionary Armed Forces of Colombia
  BJP: Bharatiya Janata Party
  ANC: African National Congress
  SNP: Scottish National Party
  DUP: Democratic Unionist Party
  UKIP: UK Independence Party
  CDU: Christian Democratic Union
  SPD: Social Democratic Party
  AfD: Alternative for Germany
  MI5: MI5
  MI6: MI6
  KGB: KGB
  FSB: Federal Security Service
  MIT: Massachusetts Institute of Technology
  UCLA: University of California, Los Angeles
  LSE: London School of Economics
  G7: G7
  G8: G8
  G20: G20
  G77: G77
  BRICS: BRICS
  MERCOSUR: Mercosur
  CARICOM: Caribbean Community
  CELAC: Community of Latin American and Caribbean States
  TfL: Transport for London
  `
    .trim()
    .split('\n')
    .map(line => line.trim().split(': ') as [string, string]),
);

/** Organisations whose names no head word tells. */
export const ORGANIZATIONS: ReadonlySet<string> = new Set(
  phrases(`United Nations, European Union, African Union, Arab League, World Bank, World Health Organization, World Health Organisation, Security Council, Interpol, Europol, Frontex, Mercosur, Eurogroup, Eurojust, Red Cross, Red Crescent, Doctors Without Borders,
  Médecins Sans Frontières, Reporters Without Borders, Human Rights Watch, Amnesty International, Greenpeace, Oxfam, Save the Children, Transparency International, Freedom House, World Wildlife Fund, Black Lives Matter, Extinction Rebellion,
  White House, Kremlin, Pentagon, Downing Street, 10 Downing Street, Elysee, Élysée, Elysée, Capitol, Congress, Parliament, Senate, House of Commons, House of Lords, House of Representatives, Knesset, Bundestag, Bundesrat, Bundesbank, Bundeswehr, Duma, State Duma, Rada, Verkhovna Rada, Lok Sabha, Rajya Sabha,
  Diet, Riksdag, Storting, Folketing, Seimas, Saeima, Sejm, Dáil, Oireachtas, Stormont, Holyrood, Senedd, Cortes, National Assembly, Supreme Court, High Court, Constitutional Court, Court of Session, Scotland Yard, Old Bailey, Electoral College,
  Federal Reserve, Treasury, Home Office, Foreign Office, State Department, Justice Department, Defense Department, Defence Department, Department of State, Department of Defense, Department of Justice, Coast Guard, National Guard, Secret Service, Air Force, Royal Navy, Royal Air Force, Red Army, People's Liberation Army, Revolutionary Guard, Revolutionary Guards, Quds Force,
  Army, Navy, Marine Corps, Hamas, Hezbollah, Fatah, Taliban, Al-Qaeda, al-Qaeda, Al Qaeda, al Qaeda, al-Qaida, Al-Qaida, Islamic State, Daesh, Boko Haram, al-Shabaab, Al-Shabaab, Houthi, Houthis, Muslim Brotherhood, Ku Klux Klan, Antifa, Proud Boys, Likud, Tamil Tigers, Sinn Féin, Sinn Fein, Fianna Fáil, Fine Gael, Plaid Cymru, Syriza, Podemos, Fidesz, Golden Dawn, La République En Marche, Forza Italia, Kuomintang,
  Xinhua, Xinhua News Agency, Reuters, Associated Press, Agence France-Presse, Bloomberg, Al Jazeera, Al-Jazeera, Al Arabiya, Deutsche Welle, Der Spiegel, Die Welt, Die Zeit, Bild, Le Monde, Le Figaro, Libération, El País, El Pais, El Mundo, La Repubblica, Corriere della Sera, Haaretz, Jerusalem Post, Kommersant, Izvestia, Interfax, Sputnik, Pravda, Kyodo, Yonhap, Antara, Dawn, Hindustan Times,
  Times of India, The Hindu, Straits Times, China Daily, People's Daily, Global Times, South China Morning Post, New York Times, Washington Post, Wall Street Journal, Los Angeles Times, Chicago Tribune, USA Today, Boston Globe, New York Post, Daily News, Guardian, Daily Telegraph, Telegraph, Daily Mail, Daily Mirror, Financial Times, Economist, Observer, Evening Standard, Sky News, Fox News, NBC News, ABC News, CBS News, BBC News, Channel 4, Channel 4 News, Radio Free Europe, Voice of America, Time, Newsweek, Politico, Axios, Vox, BuzzFeed, Wired, Forbes, Rolling Stone, Variety, Nature, Science, Lancet, Globe and Mail, Sydney Morning Herald, Wikinews, Wikimedia Foundation, Wikipedia, Wikimedia,
  Committee to Protect Journalists, Chrysler, Fiat, Opel, Peugeot, Renault, Citroën, Volvo, Saab, Scania, Ferrari, Porsche, Audi, Mercedes-Benz, Mitsubishi, Mazda, Suzuki, Hyundai, Kia, Jaguar, Land Rover, Michelin, Yahoo, eBay, Oracle, Cisco, Hewlett-Packard, Dell, Lenovo, Motorola, Ericsson, Philips, Panasonic, Nintendo, Adobe, AMD, Nvidia, PayPal, Visa, Mastercard, Verizon, AT&T, Comcast, Vodafone, Costco, Woolworths, Coles, Tesco, Sainsbury's, Ikea, IKEA, Nike, Adidas, Northrop Grumman, Raytheon, Rolls-Royce, Bombardier, Embraer, Qualcomm, Foxconn, TSMC, Petrobras, PDVSA, Eni, TotalEnergies, Statoil, Equinor, Glencore, ArcelorMittal, ThyssenKrupp, BASF, Merck, Sanofi, GlaxoSmithKline, Gilead, Sinopharm, Sinovac, Berkshire Hathaway, BlackRock, KPMG, Deloitte, PricewaterhouseCoopers, Ernst & Young, McKinsey, Sotheby's, Christie's, Lloyd's, Moody's, Fitch, Google, Apple, Microsoft, Amazon, Samsung, Huawei, Sony, Nokia, Intel, Boeing, Airbus, Lockheed Martin, Toyota, Honda, Nissan, Volkswagen, Daimler, Ford, General Motors, Tesla, SpaceX, Gazprom, Rosneft, Lukoil, Shell, Royal Dutch Shell, ExxonMobil, Chevron, Total, Siemens, Nestlé, Nestle, Unilever, Pfizer, AstraZeneca, Moderna, BioNTech, Novartis, Roche, Bayer, Johnson & Johnson, Walmart, Starbucks, McDonald's, Coca-Cola, Pepsi, Disney, Netflix, Spotify, Uber, Airbnb, Alibaba, Tencent, ByteDance, Barclays, Lloyds, JPMorgan, Goldman Sachs, Morgan Stanley, Lehman Brothers, Citigroup, Deutsche Bank, Credit Suisse, Lufthansa, Ryanair, EasyJet, Qantas, Emirates Airline, Aeroflot,
  Harvard, Yale, Princeton, Stanford, Oxford University, Cambridge University, Manchester United, Manchester City, Real Madrid, Bayern Munich, Arsenal, Chelsea, Liverpool FC, Juventus, Paris Saint-Germain, Holy See Press Office, Premier League, Bundesliga, La Liga, Serie A, Formula One, Super Rugby`),
);

/** Last or first words of organisations' names, lower case: "Bank", "Ministry", "Council". */
export const ORGANIZATION_HEADS: ReadonlySet<string> = new Set(
  phrases(`ministry, department, dept, bureau, agency, administration, authority, commission, committee, council, board, cabinet, secretariat, directorate, inspectorate, directorate-general, parliament, congress, senate,
  assembly, duma, court, tribunal, police, army, navy, forces, force, corps, guard, guards, brigade, regiment, battalion, squadron, militia, front, movement, brotherhood, brigades, legion, command,
  party, coalition, alliance, league, union, federation, confederation, association, associations, society, institute, institution, foundation, trust, fund, charity, organization, organisation, organizations, organisations, network,
  university, college, school, academy, faculty, polytechnic, seminary, hospital, clinic, infirmary, laboratory, laboratories, observatory, library, archive, archives, survey, centre, center, bank, banks, exchange, treasury, reserve,
  company, corporation, corp, corp., inc, inc., ltd, ltd., llc, plc, ag, gmbh, sa, s.a., spa, nv, bv, kk, co, co., group, holdings, holding, partners, ventures, capital, enterprises, industries, systems, technologies, technology, solutions, services, service, motors, motor, airlines, airline, airways, air, aviation, aerospace,
presidency, care, hospice, railways, railway, railroad, railroads, pharmaceuticals, pharma, electronics, energy, petroleum, oil, gas, power, electric, steel, mining, media, news, press, times, post, herald, tribune, gazette, chronicle, journal, daily, courier, telegraph, mirror, guardian, observer, examiner, inquirer, sentinel, globe, monitor, review, magazine, weekly, broadcasting, radio, television, tv, records, studios, pictures, entertainment, productions, films, publishing, books,
  office, programme, program, mission, embassy, consulate, delegation, initiative, campaign, project, taskforce, panel, club, fc, f.c., united, rovers, wanderers, athletic, team, orchestra, symphony, band, ensemble, choir, ballet, opera, church, diocese, archdiocese, synod, patriarchate, vatican, mafia, cartel, gang, airforce, government, govt, workers, conference, international, chamber, caucus, lobby, wire, dispatch, bulletin, reporter, star, standard, broadcaster, brigade, rescue, ambulance, fire, aquatics, adventures, constabulary, yard, registry, ombudsman, customs, lab, labs, insurance, logistics, shipping, lines, cruises, hotels, resorts, stores, foods, brewery, breweries, motorsport, racing`),
);

/** Head words after which "of …" or "for …" goes on with the name: "Ministry of Foreign Affairs", "University of Zambia"; lower case. */
export const HEADS_WITH_COMPLEMENT: ReadonlySet<string> = new Set(
  phrases(`ministry, department, bureau, agency, administration, authority, commission, committee, council, board, secretariat, directorate, parliament, congress, assembly, court, appeals, hall, academy, academies, university, college, school, institute, institutes, institution, faculty, bank, banks, house, organization, organisation, association, federation, confederation, union, league, alliance, coalition,
  society, fund, foundation, office, programme, centre, center, centers, centres, chamber, church, army, party, community, conference, front, movement, order, survey, museum, library, hospital, services, transport, international, ministers, daughters, sons, friends, knights, doctors, reporters, scientists, mothers, veterans, republic, state, network, campaign, company, corporation, station, cathedral, trust, mission, embassy, consulate, brotherhood, forces, registry, convention, conference, treaty, declaration, charter, pact, commonwealth, kingdom, isle, port, city, bay, gulf, sea, strait, university, workers, people, voice, alternative`),
);

/** Last words of names that are neither person, organisation nor place: wars, laws, prizes, works, products; lower case. */
export const OTHER_HEADS: ReadonlySet<string> = new Set(
  phrases(`war, wars, revolution, uprising, intifada, spring, holocaust, battle, crisis, act, bill, law, laws, amendment, constitution, treaty, agreement, accord, accords, protocol, pact, convention, declaration, charter, resolution, code, directive, regulation, regulations, clause, article, memorandum, deal, plan, policy, strategy, doctrine, initiative,
  cup, championship, championships, tournament, olympics, paralympics, games, prix, marathon, derby, series, bowl, trophy, open, classic, race, festival, fair, expo, carnival, parade, award, awards, prize, prizes, medal, oscar, oscars, grammy, emmy, day, eve, week, weekend, month, year, christmas, easter, ramadan, eid, hajj, holiday, anniversary, summit, congress, forum, meeting, dialogue, talks, olympiad,
  hurricane, typhoon, cyclone, storm, earthquake, tsunami, pandemic, epidemic, outbreak, virus, coronavirus, disease, syndrome, flu, influenza, ebola, vaccine, league-one, god, d-day, bible, quran, koran, brexit, internet, web, wifi, bluetooth, android, windows, iphone, ipad, playstation, xbox, facebook, twitter, instagram, youtube, whatsapp, tiktok, snapchat, telegram, reddit, linkedin, wechat, weibo, zoom, skype, dollar, dollars, euro, euros, yuan, yen, pound, pounds, ruble, rouble, rupee, peso, nasdaq, dow, ftse, nikkei, conditions, rights, rule, rules, test, theory, effect, index, scale, era, age, century, time, island-hopping, elections, election, referendum, census, operation, project, satellite, telescope, rover, probe, spacecraft, shuttle, rocket, missile, aircraft, jet, helicopter, ship, submarine, theorem, report`),
);

/** Events among those, by their last or first word; lower case. */
export const EVENT_HEADS: ReadonlySet<string> = new Set(
  phrases(
    'war, wars, revolution, uprising, intifada, battle, cup, championship, championships, tournament, olympics, paralympics, games, prix, marathon, festival, expo, summit, forum, hurricane, typhoon, cyclone, storm, pandemic, outbreak, epidemic, congress, election, elections, referendum, meeting, dialogue',
  ),
);

/** Documents among those; lower case. */
export const DOCUMENT_HEADS: ReadonlySet<string> = new Set(
  phrases(
    'act, bill, amendment, constitution, treaty, agreement, accord, accords, protocol, pact, convention, declaration, charter, resolution, directive',
  ),
);
