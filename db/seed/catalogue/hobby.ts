import type { SampleProduct } from './types';

/** 문구·취미: for desks and weekends. */
export const hobby: readonly SampleProduct[] = [
  {
    slug: 'cloth-bound-notebook',
    category: 'hobby',
    art: 'notebook',
    name: { ko: '천 양장 노트', en: 'Cloth-bound notebook' },
    description: {
      ko: '실로 묶어 어느 쪽을 펴도 평평하게 펼쳐져요. 만년필로 써도 뒤에 비치지 않는 종이 160쪽이에요.',
      en: 'Sewn so that every page opens flat. 160 pages of paper that fountain-pen ink does not bleed through.',
    },
    priceWon: 13500,
    quantityLeft: 88,
    createdDaysAgo: 38,
  },
  {
    slug: 'steel-nib-fountain-pen',
    category: 'hobby',
    art: 'fountain-pen',
    name: { ko: '강철촉 만년필', en: 'Steel-nib fountain pen' },
    description: {
      ko: '처음 쓰는 분도 편한 F촉 만년필이에요. 잉크 카트리지 두 개를 함께 드려요.',
      en: 'A fine nib that is easy on beginners. Two ink cartridges are included.',
    },
    priceWon: 38000,
    quantityLeft: 31,
    createdDaysAgo: 20,
  },
  {
    slug: 'watercolour-palette-12',
    category: 'hobby',
    art: 'palette',
    name: { ko: '수채 물감 12색과 팔레트', en: 'Watercolours, 12 colours with palette' },
    description: {
      ko: '섞어도 탁해지지 않는 기본 12색을 골랐어요. 나무 팔레트에 엄지를 끼우고 바로 그릴 수 있어요.',
      en: 'Twelve basics that stay clean when mixed. Put a thumb through the wooden palette and begin.',
    },
    priceWon: 29000,
    quantityLeft: 45,
    createdDaysAgo: 52,
  },
  {
    slug: 'merino-yarn-blue',
    category: 'hobby',
    art: 'yarn',
    name: { ko: '메리노 털실 100g', en: 'Merino yarn, 100 g' },
    description: {
      ko: '따갑지 않은 메리노 울 털실이에요. 두 타래면 목도리 하나가 나오고 손빨래할 수 있어요.',
      en: 'Merino wool that does not itch. Two balls make a scarf, and it can be washed by hand.',
    },
    priceWon: 11500,
    quantityLeft: 4,
    createdDaysAgo: 11,
  },
  {
    slug: 'market-day-puzzle-500',
    category: 'hobby',
    art: 'puzzle',
    name: { ko: '장날 풍경 퍼즐 500조각', en: 'Market day puzzle, 500 pieces' },
    description: {
      ko: '장날 골목을 그린 그림이라 맞출수록 이야기가 보여요. 조각이 두꺼워 여러 번 맞춰도 헐거워지지 않아요.',
      en: 'A drawing of a market lane that tells more with every piece. Thick card keeps the fit tight, time after time.',
    },
    priceWon: 24000,
    quantityLeft: 57,
    createdDaysAgo: 14,
  },
  {
    slug: 'paper-kite',
    category: 'hobby',
    art: 'kite',
    name: { ko: '꼬리연', en: 'Kite with a tail' },
    description: {
      ko: '바람이 약한 날에도 잘 뜨는 가벼운 연이에요. 실타래와 얼레가 들어 있어 들판에 나가기만 하면 돼요.',
      en: 'Light enough for a gentle breeze. Line and reel are in the bag: all you need is a field.',
    },
    priceWon: 9500,
    quantityLeft: 73,
    createdDaysAgo: 62,
  },
  {
    slug: 'folding-fan-red',
    category: 'hobby',
    art: 'fan',
    name: { ko: '붉은 접선 부채', en: 'Red folding fan' },
    description: {
      ko: '대나무 살에 붉은 한지를 바른 부채예요. 술 장식을 달아 접어 두어도 고와요.',
      en: 'Red mulberry paper on bamboo ribs. A tassel makes it handsome even when folded.',
    },
    priceWon: 17500,
    quantityLeft: 0,
    createdDaysAgo: 105,
  },
  {
    slug: 'film-camera-35mm',
    category: 'hobby',
    art: 'camera',
    name: { ko: '35mm 필름 카메라', en: '35 mm film camera' },
    description: {
      ko: '건전지 없이도 찍히는 기계식 카메라예요. 초점과 노출을 손으로 맞추며 한 장씩 천천히 찍어 보세요.',
      en: 'Fully mechanical: it works without a battery. Set focus and exposure by hand and take one frame at a time.',
    },
    priceWon: 189000,
    quantityLeft: 7,
    createdDaysAgo: 2,
  },
];
