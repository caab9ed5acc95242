/**
 * What stands in a page's place after a failure. In both languages, because error boundaries are
 * Client Components that get no props from a layout. Kept small: every page ships it.
 */
export const failureTexts = {
  ko: {
    title: '화면을 불러오지 못했어요',
    body: '잠시 뒤에 다시 시도해 주세요. 같은 일이 계속되면 아래 코드를 알려 주세요.',
    code: '오류 코드',
    retry: '다시 시도',
    home: '홈으로',
    homeHref: '/',
  },
  en: {
    title: 'This page didn’t load',
    body: 'Please try again in a moment. If it keeps happening, tell us the code below.',
    code: 'Error code',
    retry: 'Try again',
    home: 'Back to home',
    homeHref: '/en',
  },
};
