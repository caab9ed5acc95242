import { createRandom, type Random } from './random';

export interface SamplePerson {
  name: string;
  email: string;
  phone: string;
  address: string;
}

const FAMILY_NAMES = '김김김김이이이박박최정강조윤장임한오서신권황안송류홍'.split('');
const GIVEN_NAMES = [
  ...[
    '민준',
    '서준',
    '도윤',
    '예준',
    '시우',
    '하준',
    '지호',
    '주원',
    '지후',
    '준우',
    '현우',
    '도현',
  ],
  ...[
    '서연',
    '서윤',
    '지우',
    '서현',
    '하은',
    '하윤',
    '민서',
    '지유',
    '윤서',
    '채원',
    '수아',
    '지민',
  ],
  ...[
    '영수',
    '영호',
    '정훈',
    '성민',
    '재현',
    '상현',
    '동현',
    '승우',
    '은주',
    '미경',
    '지영',
    '혜진',
  ],
  ...[
    '은정',
    '수진',
    '유진',
    '보람',
    '아름',
    '하늘',
    '다은',
    '예린',
    '소율',
    '나연',
    '가은',
    '태윤',
  ],
];
const PLACES = [
  '서울특별시 마포구 월드컵북로',
  '서울특별시 성동구 왕십리로',
  '서울특별시 관악구 남부순환로',
  '서울특별시 은평구 통일로',
  '부산광역시 해운대구 센텀중앙로',
  '부산광역시 수영구 광안로',
  '대구광역시 수성구 달구벌대로',
  '인천광역시 연수구 컨벤시아대로',
  '광주광역시 서구 상무중앙로',
  '대전광역시 유성구 대학로',
  '울산광역시 남구 삼산로',
  '경기도 성남시 분당구 정자일로',
  '경기도 수원시 영통구 광교중앙로',
  '경기도 고양시 일산동구 중앙로',
  '강원특별자치도 강릉시 경강로',
  '전북특별자치도 전주시 완산구 팔달로',
  '제주특별자치도 제주시 연북로',
];

/** Invented shoppers, none of whom can be reached: no such mail domain, no such exchange. */
export function samplePeople(seed: number, count: number): SamplePerson[] {
  const random = createRandom(seed, 'people');
  return Array.from({ length: count }, (_, i) => ({
    name: `${random.pick(FAMILY_NAMES)}${random.pick(GIVEN_NAMES)}`,
    email: `sample-${String(i + 1).padStart(5, '0')}@shoppers.invalid`,
    phone: phone(random),
    address: address(random),
  }));
}

/** Numbers that begin with 010-0 are given to nobody. */
function phone(random: Random): string {
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  return `010-0${digits(random.int(0, 999), 3)}-${digits(random.int(0, 9999), 4)}`;
}

function address(random: Random): string {
  const flat = random.chance(0.7)
    ? `, ${random.int(101, 120)}동 ${random.int(1, 20)}0${random.int(1, 4)}호`
    : '';
  return `${random.pick(PLACES)} ${random.int(3, 380)}${flat}`;
}
