import { genderOfGivenName } from '../lexicon/people.ts';
import { words } from '../lexicon/words.ts';
import type { Gender } from '../model.ts';
import { keyOf } from './keys.ts';
import type { Draft } from './link.ts';

/** East Asian family names, which stand first: the word after them is the given one. */
const FAMILY_FIRST = new Set(
  words(`wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin luo gao liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin xi lai
  kim park lee choi jung jeong kang cho jo yoon jang lim oh seo shin kwon hwang ahn an yoo ryu hong jeon ko moon son bae baek heo nam noh ban
  nguyen tran le pham huynh phan vu vo dang bui do ho ngo duong luong truong dinh doan`),
);

/** A person's gender as titles and given names say it; null where they say nothing or contradict each other. */
export function genderOf({ type, name, uses }: Draft): Gender {
  if (type !== 'person') return null;
  const stated = new Set(
    uses
      .flatMap(({ titles, gender }) => [gender, ...titles.map(title => title.gender)])
      .filter(gender => gender !== null),
  );
  if (stated.size > 0) return stated.size === 1 ? ([...stated][0] ?? null) : null;
  const parts = name.split(/\s+/);
  if (parts.length < 2 || FAMILY_FIRST.has(keyOf(parts[0] ?? ''))) return null;
  const given = parts[0] ?? '';
  return genderOfGivenName(given) ?? (given.includes('-') ? genderOfGivenName(given.split('-')[0] ?? '') : null);
}
