/**
 * The pictures of `public/products` by their file names, each with its name in Korean. The English
 * name is the file's.
 */
const NAMES = {
  'alarm-clock': '알람 시계',
  apple: '사과',
  basket: '바구니',
  bowl: '그릇',
  broom: '빗자루',
  camera: '카메라',
  candle: '양초',
  carrot: '당근',
  chair: '의자',
  chestnut: '밤',
  chopsticks: '젓가락',
  cookie: '쿠키',
  dumpling: '만두',
  egg: '달걀',
  fan: '부채',
  'fountain-pen': '만년필',
  'frying-pan': '프라이팬',
  garlic: '마늘',
  'green-tea': '녹차',
  honey: '꿀',
  jar: '항아리',
  'kitchen-knife': '식칼',
  kite: '연',
  'light-bulb': '전구',
  lipstick: '립스틱',
  lotion: '로션',
  mirror: '거울',
  'nail-polish': '매니큐어',
  notebook: '공책',
  palette: '팔레트',
  pot: '냄비',
  'potted-plant': '화분',
  puzzle: '퍼즐',
  razor: '면도기',
  'rice-cracker': '쌀과자',
  rice: '밥',
  salt: '소금',
  shrimp: '새우',
  soap: '비누',
  sponge: '수세미',
  spoon: '숟가락',
  strawberry: '딸기',
  'sweet-potato': '고구마',
  tangerine: '귤',
  teapot: '찻주전자',
  toothbrush: '칫솔',
  umbrella: '우산',
  yarn: '털실',
};

/** A picture that a product can have. */
export interface PictureView {
  /** What `products.art` holds. */
  art: string;
  nameKo: string;
  nameEn: string;
}

/** The shop's own pictures, in the order of their files. */
export const SHOP_ART: readonly PictureView[] = Object.entries(NAMES).map(([art, nameKo]) => ({
  art,
  nameKo,
  nameEn: art.replaceAll('-', ' '),
}));

/** What a product without a picture of its own begins with. */
export const FIRST_ART = 'basket';
