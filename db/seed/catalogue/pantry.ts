import type { SampleProduct } from './types';

/** 곡물·간식·차: what keeps in the cupboard, and frozen dumplings. */
export const pantry: readonly SampleProduct[] = [
  {
    slug: 'acacia-honey-600g',
    category: 'pantry',
    art: 'honey',
    name: { ko: '아카시아꿀 600g', en: 'Acacia honey, 600 g' },
    description: {
      ko: '5월에 핀 아카시아꽃에서 모은 맑은 꿀이에요. 향이 순해서 따뜻한 물에 타도, 가래떡을 찍어 먹어도 잘 어울려요.',
      en: 'Clear honey from acacia blossoms in May. Its mild scent suits a cup of warm water as well as plain rice cakes.',
    },
    priceWon: 24900,
    quantityLeft: 52,
    createdDaysAgo: 120,
  },
  {
    slug: 'icheon-rice-4kg',
    category: 'pantry',
    art: 'rice',
    name: { ko: '이천쌀 4kg', en: 'Icheon rice, 4 kg' },
    description: {
      ko: '주문이 들어온 주에 도정해 밥에서 윤기가 나요. 두 사람이 두 주쯤 먹는 양이라 묵지 않아요.',
      en: 'Milled in the week of your order, so the cooked grains shine. Two people finish a bag in about two weeks, before it gets old.',
    },
    priceWon: 19800,
    quantityLeft: 90,
    createdDaysAgo: 150,
  },
  {
    slug: 'gongju-chestnuts-1kg',
    category: 'pantry',
    art: 'chestnut',
    name: { ko: '공주 알밤 1kg', en: 'Gongju chestnuts, 1 kg' },
    description: {
      ko: '알이 굵은 공주 밤만 골랐어요. 칼집을 내어 에어프라이어에 20분이면 군밤이 돼요.',
      en: 'Only the large ones from Gongju. Score them, give them twenty minutes in an air fryer, and they are street-stall roasted chestnuts.',
    },
    priceWon: 13900,
    quantityLeft: 44,
    createdDaysAgo: 18,
  },
  {
    slug: 'seaweed-rice-crackers',
    category: 'pantry',
    art: 'rice-cracker',
    name: { ko: '김 쌀과자 한 봉', en: 'Rice crackers with seaweed' },
    description: {
      ko: '간장을 발라 두 번 구운 쌀과자에 김을 둘렀어요. 짜지 않아서 차와 함께 자꾸 손이 가요.',
      en: 'Rice crackers brushed with soy sauce, baked twice and wrapped in seaweed. Gently salted, and hard to stop at one with tea.',
    },
    priceWon: 3900,
    quantityLeft: 200,
    createdDaysAgo: 40,
  },
  {
    slug: 'oat-chocolate-cookies',
    category: 'pantry',
    art: 'cookie',
    name: { ko: '귀리 초코칩 쿠키 6개', en: 'Oat and chocolate cookies, 6 pieces' },
    description: {
      ko: '귀리를 듬뿍 넣어 겉은 바삭하고 속은 쫀득해요. 하나씩 싸여 있어 가방에 넣어 다니기 좋아요.',
      en: 'Plenty of oats make them crisp outside and chewy within. Each is wrapped on its own for the bag.',
    },
    priceWon: 6900,
    quantityLeft: 96,
    createdDaysAgo: 6,
  },
  {
    slug: 'boseong-green-tea-20',
    category: 'pantry',
    art: 'green-tea',
    name: { ko: '보성 녹차 티백 20개', en: 'Boseong green tea, 20 bags' },
    description: {
      ko: '보성에서 봄에 딴 잎으로 만든 녹차예요. 70도 물에 1분만 우리면 떫은맛 없이 맑아요.',
      en: 'Made from leaves picked in Boseong in spring. One minute in water at 70 °C keeps it clear and never bitter.',
    },
    priceWon: 9800,
    quantityLeft: 110,
    createdDaysAgo: 55,
  },
  {
    slug: 'sinan-sea-salt-500g',
    category: 'pantry',
    art: 'salt',
    name: { ko: '신안 천일염 500g', en: 'Sinan sea salt, 500 g' },
    description: {
      ko: '3년 동안 간수를 빼서 쓴맛이 적어요. 굵지도 곱지도 않아 국에도 고기에도 쓰기 좋아요.',
      en: 'Rested for three years so that little bitterness is left. A middle grain for soups and for meat.',
    },
    priceWon: 4500,
    quantityLeft: 160,
    createdDaysAgo: 200,
  },
  {
    slug: 'handmade-dumplings-1kg',
    category: 'pantry',
    art: 'dumpling',
    name: { ko: '손만두 1kg', en: 'Handmade dumplings, 1 kg' },
    description: {
      ko: '두부와 부추를 넉넉히 넣고 손으로 빚어 얼렸어요. 찌면 12분, 만둣국에는 그대로 넣어 5분이면 돼요.',
      en: 'Folded by hand around tofu and chives, then frozen. Steam for twelve minutes, or drop them straight into soup for five.',
    },
    priceWon: 12500,
    quantityLeft: 4,
    createdDaysAgo: 27,
  },
];
