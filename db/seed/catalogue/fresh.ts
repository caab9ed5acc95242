import type { SampleProduct } from './types';

/** 신선식품: fruit, vegetables, eggs and seafood. */
export const fresh: readonly SampleProduct[] = [
  {
    slug: 'nonsan-strawberries-500g',
    category: 'fresh',
    art: 'strawberry',
    name: { ko: '논산 설향 딸기 500g', en: 'Nonsan Seolhyang strawberries, 500 g' },
    description: {
      ko: '새벽에 따서 그날 담은 설향 딸기예요. 꼭지가 싱싱할 때 받아 씻지 않고 냉장고에 두면 사흘까지 달콤해요.',
      en: 'Seolhyang strawberries picked before dawn and packed the same day. Keep them unwashed in the fridge and they stay sweet for three days.',
    },
    priceWon: 12900,
    quantityLeft: 64,
    createdDaysAgo: 3,
  },
  {
    slug: 'cheongsong-apples-5',
    category: 'fresh',
    art: 'apple',
    name: { ko: '청송 부사 사과 5입', en: 'Cheongsong Fuji apples, 5 pieces' },
    description: {
      ko: '일교차 큰 청송에서 자라 아삭하고 과즙이 많아요. 한 알이 주먹만 해서 둘이 나눠 먹기 좋아요.',
      en: 'Crisp and full of juice from the cool nights of Cheongsong. Each one fills a hand and is enough for two.',
    },
    priceWon: 15900,
    quantityLeft: 80,
    createdDaysAgo: 21,
  },
  {
    slug: 'jeju-tangerines-3kg',
    category: 'fresh',
    art: 'tangerine',
    name: { ko: '제주 노지 감귤 3kg', en: 'Jeju field tangerines, 3 kg' },
    description: {
      ko: '바닷바람을 맞고 노지에서 익은 감귤이에요. 껍질이 얇아 아이도 쉽게 까고, 새콤한 맛이 뒤에 남아요.',
      en: 'Ripened outdoors in the sea wind of Jeju. The peel is thin enough for small hands, and the finish is pleasantly sharp.',
    },
    priceWon: 14500,
    quantityLeft: 120,
    createdDaysAgo: 9,
  },
  {
    slug: 'haenam-sweet-potatoes-2kg',
    category: 'fresh',
    art: 'sweet-potato',
    name: { ko: '해남 꿀고구마 2kg', en: 'Haenam honey sweet potatoes, 2 kg' },
    description: {
      ko: '황토밭에서 캐어 한 달 동안 숙성한 고구마예요. 200도 오븐에 40분 구우면 꿀처럼 촉촉해져요.',
      en: 'Dug from red clay and cured for a month. Forty minutes in a 200 °C oven turns them soft as honey.',
    },
    priceWon: 11900,
    quantityLeft: 75,
    createdDaysAgo: 30,
  },
  {
    slug: 'jeju-carrots-1kg',
    category: 'fresh',
    art: 'carrot',
    name: { ko: '구좌 흙당근 1kg', en: 'Gujwa carrots with soil, 1 kg' },
    description: {
      ko: '제주 구좌의 흙을 그대로 묻혀 보내요. 씻지 않은 당근이 더 오래가고, 갈아 마시면 설탕이 필요 없어요.',
      en: 'Sent with the dark soil of Gujwa still on. Unwashed carrots keep longer, and their juice needs no sugar.',
    },
    priceWon: 5900,
    quantityLeft: 5,
    createdDaysAgo: 45,
  },
  {
    slug: 'uiseong-garlic-500g',
    category: 'fresh',
    art: 'garlic',
    name: { ko: '의성 깐마늘 500g', en: 'Uiseong peeled garlic, 500 g' },
    description: {
      ko: '알이 단단하고 향이 진한 의성 마늘을 깨끗이 까서 담았어요. 다져서 얼려 두면 한 달 요리가 편해져요.',
      en: 'Firm, fragrant cloves from Uiseong, already peeled. Mince and freeze them and a month of cooking gets easier.',
    },
    priceWon: 8900,
    quantityLeft: 58,
    createdDaysAgo: 60,
  },
  {
    slug: 'free-range-eggs-10',
    category: 'fresh',
    art: 'egg',
    name: { ko: '방사 유정란 10구', en: 'Free-range eggs, 10 pieces' },
    description: {
      ko: '마당을 뛰어다니는 닭이 낳은 알이에요. 노른자가 또렷해서 반숙으로 먹으면 가장 맛있어요.',
      en: 'From hens that run in an open yard. The yolks are deep and firm, best soft-boiled.',
    },
    priceWon: 7500,
    quantityLeft: 140,
    createdDaysAgo: 75,
  },
  {
    slug: 'taean-prawns-500g',
    category: 'fresh',
    art: 'shrimp',
    name: { ko: '태안 흰다리새우 500g', en: 'Taean white prawns, 500 g' },
    description: {
      ko: '태안에서 건져 바로 급속 냉동한 새우예요. 소금을 깐 팬에 올려 구우면 껍질까지 고소해요.',
      en: 'Landed at Taean and frozen at once. Grill them on a bed of salt and even the shells turn savoury.',
    },
    priceWon: 21900,
    quantityLeft: 36,
    createdDaysAgo: 12,
  },
];
