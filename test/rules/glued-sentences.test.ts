import { examplesOf } from './checkRule.ts';

const { breaks, keeps, severity } = examplesOf('glued-sentences');

severity('warning', 'The wells are dry.The maps are old.\n');
breaks('The wells are ⟦dry.The⟧ maps are old.\n', 'The wells are dry. The maps are old.\n');
breaks('Are the wells ⟦dry?They⟧ are, she said.\n', 'Are the wells dry? They are, she said.\n');
breaks('She came in ⟦2020.The⟧ maps are old.\n', 'She came in 2020. The maps are old.\n');
breaks('"The wells are ⟦dry."The⟧ maps are old.\n', '"The wells are dry." The maps are old.\n');
breaks(
  'The wells are ⟦dry."The⟧ maps," she said, "are old."\n',
  'The wells are dry. "The maps," she said, "are old."\n',
);
breaks('“The wells are ⟦dry.”She⟧ left.\n', '“The wells are dry.” She left.\n');
breaks('The wells are ⟦dry.“She⟧ left,” he said.\n', 'The wells are dry. “She left,” he said.\n');
keeps('The wells are dry. The maps are old.\n');
keeps('She met Dr.Roe and Mr.Doe of the U.S.Navy at St.Olav in Oslo.\n');
keeps('The tickets are sold by Booking.Com, she told Yahoo!News and Node.Js readers.\n');
keeps('See www.river.Daily/Wells or write to jane.Roe@river.example.\n');
keeps('J.R.Roe came. The maps (see p.Two) are old.\n');
