import type { SampleProduct } from './types';

/** 생활·홈: around the house. */
export const living: readonly SampleProduct[] = [
  {
    slug: 'willow-basket',
    category: 'living',
    art: 'basket',
    name: { ko: '버들 손바구니', en: 'Willow hand basket' },
    description: {
      ko: '버드나무 가지를 촘촘히 엮은 바구니예요. 장을 보러 갈 때도, 거실에 담요를 담아 둘 때도 어울려요.',
      en: 'Closely woven from willow. It suits a trip to the market as well as a blanket in the living room.',
    },
    priceWon: 32000,
    quantityLeft: 30,
    createdDaysAgo: 36,
  },
  {
    slug: 'sorghum-broom',
    category: 'living',
    art: 'broom',
    name: { ko: '수수 빗자루', en: 'Sorghum broom' },
    description: {
      ko: '수수 이삭을 묶어 만든 빗자루예요. 결이 부드러워 마루에 흠을 내지 않고 머리카락도 잘 쓸려요.',
      en: 'Bound from sorghum. Soft enough for wooden floors, and it gathers hair without static.',
    },
    priceWon: 18500,
    quantityLeft: 34,
    createdDaysAgo: 130,
  },
  {
    slug: 'rubber-plant-small',
    category: 'living',
    art: 'potted-plant',
    name: { ko: '작은 고무나무 화분', en: 'Small rubber plant in a pot' },
    description: {
      ko: '한 뼘 높이의 고무나무를 토분에 심었어요. 겉흙이 마르면 물을 주고 밝은 그늘에 두면 잘 자라요.',
      en: 'A hand-high rubber plant in terracotta. Water it when the top soil is dry and keep it in bright shade.',
    },
    priceWon: 19900,
    quantityLeft: 2,
    createdDaysAgo: 5,
  },
  {
    slug: 'beeswax-candle',
    category: 'living',
    art: 'candle',
    name: { ko: '밀랍 초', en: 'Beeswax candle' },
    description: {
      ko: '은은한 꿀 향이 나는 밀랍 초예요. 그을음이 적고 열두 시간쯤 타요.',
      en: 'Smells faintly of honey, makes little soot, and burns for about twelve hours.',
    },
    priceWon: 9900,
    quantityLeft: 85,
    createdDaysAgo: 70,
  },
  {
    slug: 'twin-bell-alarm-clock',
    category: 'living',
    art: 'alarm-clock',
    name: { ko: '쌍종 자명종', en: 'Twin-bell alarm clock' },
    description: {
      ko: '휴대폰을 침실 밖에 두고 싶은 분께 권해요. 종소리는 크지만 초침은 소리 없이 돌아요.',
      en: 'For anyone who would rather leave the phone outside the bedroom. The bells are loud, the second hand is silent.',
    },
    priceWon: 27000,
    quantityLeft: 41,
    createdDaysAgo: 24,
  },
  {
    slug: 'walnut-dining-chair',
    category: 'living',
    art: 'chair',
    name: { ko: '호두나무 식탁 의자', en: 'Walnut dining chair' },
    description: {
      ko: '등받이가 살짝 휘어 오래 앉아도 편한 의자예요. 나사 네 개만 조이면 완성되고, 의자 발에 펠트를 붙여 보내요.',
      en: 'A gently curved back for long dinners. Four screws finish it, and the feet come with felt pads.',
    },
    priceWon: 149000,
    quantityLeft: 12,
    createdDaysAgo: 58,
  },
  {
    slug: 'long-umbrella',
    category: 'living',
    art: 'umbrella',
    name: { ko: '튼튼한 장우산', en: 'Sturdy long umbrella' },
    description: {
      ko: '살이 여덟 개라 바람에 쉽게 뒤집히지 않아요. 펼치면 두 사람이 어깨를 적시지 않고 걸을 수 있어요.',
      en: 'Eight ribs stand up to wind. Opened, it keeps two pairs of shoulders dry.',
    },
    priceWon: 22900,
    quantityLeft: 0,
    createdDaysAgo: 95,
  },
  {
    slug: 'warm-led-bulb-2',
    category: 'living',
    art: 'light-bulb',
    name: { ko: '전구색 LED 전구 2개', en: 'Warm LED bulbs, 2 pieces' },
    description: {
      ko: '저녁 거실에 어울리는 따뜻한 빛이에요. 흔히 쓰는 E26 소켓에 맞고, 예전 60와트 전구만큼 밝아요.',
      en: 'A warm light for the evening. Fits the common E26 socket and is as bright as an old 60 W bulb.',
    },
    priceWon: 6500,
    quantityLeft: 180,
    createdDaysAgo: 160,
  },
];
