import type { SampleProduct } from './types';

/** 뷰티·케어: bathroom and dressing table. */
export const beauty: readonly SampleProduct[] = [
  {
    slug: 'camellia-soap',
    category: 'beauty',
    art: 'soap',
    name: { ko: '동백 비누', en: 'Camellia soap' },
    description: {
      ko: '동백기름을 넣어 씻고 나서도 당기지 않는 비누예요. 거품이 잘고 향은 금세 사라져요.',
      en: 'Camellia oil keeps skin from feeling tight after washing. The lather is fine and the scent soon fades.',
    },
    priceWon: 5500,
    quantityLeft: 170,
    createdDaysAgo: 42,
  },
  {
    slug: 'rice-bran-lotion-300',
    category: 'beauty',
    art: 'lotion',
    name: { ko: '쌀겨 보디로션 300ml', en: 'Rice bran body lotion, 300 ml' },
    description: {
      ko: '쌀겨 기름으로 만들어 가볍게 스며드는 로션이에요. 끈적임이 적어 바르고 바로 옷을 입을 수 있어요.',
      en: 'Made with rice bran oil and quick to sink in. Hardly sticky, so you can dress straight away.',
    },
    priceWon: 18900,
    quantityLeft: 62,
    createdDaysAgo: 16,
  },
  {
    slug: 'coral-lipstick',
    category: 'beauty',
    art: 'lipstick',
    name: { ko: '산호빛 립스틱', en: 'Coral lipstick' },
    description: {
      ko: '얼굴이 환해 보이는 산호색이에요. 촉촉하게 발리고, 겹쳐 바르면 색이 더 또렷해져요.',
      en: 'A coral that brightens the face. It goes on moist and deepens with a second layer.',
    },
    priceWon: 21000,
    quantityLeft: 48,
    createdDaysAgo: 8,
  },
  {
    slug: 'violet-nail-polish',
    category: 'beauty',
    art: 'nail-polish',
    name: { ko: '제비꽃색 매니큐어', en: 'Violet nail polish' },
    description: {
      ko: '한 번만 발라도 얼룩 없이 덮이는 매니큐어예요. 2분이면 마르고 일주일 가까이 반짝여요.',
      en: 'Covers evenly in a single coat. Dry in two minutes and glossy for most of a week.',
    },
    priceWon: 8900,
    quantityLeft: 5,
    createdDaysAgo: 50,
  },
  {
    slug: 'soft-toothbrush',
    category: 'beauty',
    art: 'toothbrush',
    name: { ko: '부드러운 칫솔', en: 'Soft toothbrush' },
    description: {
      ko: '가는 모를 촘촘히 심어 잇몸이 편한 칫솔이에요. 머리가 작아 어금니 안쪽까지 닿아요.',
      en: 'Densely set fine bristles are kind to gums. The small head reaches behind the molars.',
    },
    priceWon: 1900,
    quantityLeft: 300,
    createdDaysAgo: 180,
  },
  {
    slug: 'flower-hand-mirror',
    category: 'beauty',
    art: 'mirror',
    name: { ko: '꽃테 탁상 거울', en: 'Flower-framed table mirror' },
    description: {
      ko: '꽃잎 모양 테를 두른 작은 거울이에요. 각도를 바꿀 수 있고, 뒷면 고리로 벽에도 걸 수 있어요.',
      en: 'A small mirror in a frame of petals. Tilt it on the table or hang it by the loop at the back.',
    },
    priceWon: 26500,
    quantityLeft: 28,
    createdDaysAgo: 29,
  },
  {
    slug: 'steel-razor',
    category: 'beauty',
    art: 'razor',
    name: { ko: '스틸 면도기', en: 'Steel razor' },
    description: {
      ko: '날만 갈아 끼우며 오래 쓰는 면도기예요. 손잡이가 묵직해 힘을 주지 않아도 깨끗하게 밀려요.',
      en: 'Keep the handle, change the blade. Its weight does the work, so you need not press.',
    },
    priceWon: 34000,
    quantityLeft: 38,
    createdDaysAgo: 85,
  },
  {
    slug: 'natural-bath-sponge',
    category: 'beauty',
    art: 'sponge',
    name: { ko: '폭신한 목욕 스펀지', en: 'Soft bath sponge' },
    description: {
      ko: '물을 머금으면 손바닥만큼 부푸는 스펀지예요. 거품이 풍성하게 나고 빨리 말라 냄새가 덜해요.',
      en: 'Swells to the size of a palm in water. It lathers richly and dries fast, so it stays fresh.',
    },
    priceWon: 4900,
    quantityLeft: 115,
    createdDaysAgo: 66,
  },
];
