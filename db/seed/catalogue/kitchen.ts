import type { SampleProduct } from './types';

/** 주방·식기: to cook with and to eat from. */
export const kitchen: readonly SampleProduct[] = [
  {
    slug: 'cast-iron-pan-24',
    category: 'kitchen',
    art: 'frying-pan',
    name: { ko: '무쇠 프라이팬 24cm', en: 'Cast-iron frying pan, 24 cm' },
    description: {
      ko: '길들일수록 눌어붙지 않는 무쇠 팬이에요. 첫 길들이기를 마쳐 보내니 씻어서 바로 쓰면 돼요.',
      en: 'A pan that sticks less the longer you cook with it. It comes seasoned: rinse it and start.',
    },
    priceWon: 49000,
    quantityLeft: 26,
    createdDaysAgo: 90,
  },
  {
    slug: 'two-handled-stew-pot-20',
    category: 'kitchen',
    art: 'pot',
    name: { ko: '양손 전골냄비 20cm', en: 'Two-handled stew pot, 20 cm' },
    description: {
      ko: '바닥이 세 겹이라 찌개가 천천히 식어요. 식탁에 그대로 올려 셋이 먹기 좋은 크기예요.',
      en: 'Three layers in the base keep a stew warm for longer. The right size to set on the table for three.',
    },
    priceWon: 58000,
    quantityLeft: 18,
    createdDaysAgo: 65,
  },
  {
    slug: 'cobalt-glazed-bowl',
    category: 'kitchen',
    art: 'bowl',
    name: { ko: '청유 면기', en: 'Cobalt-glazed bowl' },
    description: {
      ko: '짙은 파란 유약을 두 번 입혀 구운 그릇이에요. 국수 한 그릇이 넘치지 않고 식기세척기에 넣어도 괜찮아요.',
      en: 'Fired with two coats of deep blue glaze. It holds a full serving of noodles and is safe in the dishwasher.',
    },
    priceWon: 23000,
    quantityLeft: 40,
    createdDaysAgo: 33,
  },
  {
    slug: 'lacquered-chopsticks-pair',
    category: 'kitchen',
    art: 'chopsticks',
    name: { ko: '옻칠 나무 젓가락 한 벌', en: 'Lacquered chopsticks, one pair' },
    description: {
      ko: '옻을 다섯 번 칠해 물에 강하고 손에 착 감겨요. 끝이 가늘어 생선 살을 바르기 좋아요.',
      en: 'Five coats of lacquer keep water out and sit well in the hand. The fine tips make light work of fish bones.',
    },
    priceWon: 7900,
    quantityLeft: 150,
    createdDaysAgo: 110,
  },
  {
    slug: 'long-handled-spoons-4',
    category: 'kitchen',
    art: 'spoon',
    name: { ko: '긴 손잡이 숟가락 4개', en: 'Long-handled spoons, set of 4' },
    description: {
      ko: '국물 뜨기 좋게 깊이를 조금 더한 숟가락이에요. 무광으로 다듬어 흠집이 눈에 띄지 않아요.',
      en: 'A slightly deeper bowl for soup. The matte finish hides everyday scratches.',
    },
    priceWon: 16800,
    quantityLeft: 70,
    createdDaysAgo: 82,
  },
  {
    slug: 'santoku-knife-17',
    category: 'kitchen',
    art: 'kitchen-knife',
    name: { ko: '다용도 식칼 17cm', en: 'All-purpose kitchen knife, 17 cm' },
    description: {
      ko: '채소도 고기도 한 자루로 썰 수 있는 칼이에요. 무게가 손잡이 쪽에 실려 오래 썰어도 손목이 편해요.',
      en: 'One blade for vegetables and meat. The weight sits towards the handle, so the wrist stays relaxed.',
    },
    priceWon: 68000,
    quantityLeft: 3,
    createdDaysAgo: 15,
  },
  {
    slug: 'red-enamel-teapot',
    category: 'kitchen',
    art: 'teapot',
    name: { ko: '붉은 법랑 찻주전자 800ml', en: 'Red enamel teapot, 800 ml' },
    description: {
      ko: '네 잔이 넉넉히 나오는 찻주전자예요. 안쪽에 거름망이 있어 잎차를 그대로 우릴 수 있어요.',
      en: 'Pours four good cups. A strainer inside lets you brew loose leaves as they are.',
    },
    priceWon: 42000,
    quantityLeft: 22,
    createdDaysAgo: 48,
  },
  {
    slug: 'glass-storage-jar-1l',
    category: 'kitchen',
    art: 'jar',
    name: { ko: '유리 저장병 1L', en: 'Glass storage jar, 1 L' },
    description: {
      ko: '남은 곡물과 말린 나물이 한눈에 보이는 유리병이에요. 뚜껑 고무를 따로 빼서 씻을 수 있어요.',
      en: 'See at a glance how much grain or dried greens are left. The rubber seal comes off for washing.',
    },
    priceWon: 8500,
    quantityLeft: 130,
    createdDaysAgo: 100,
  },
];
