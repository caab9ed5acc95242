import type { MetadataRoute } from 'next';

/** The web app manifest: name, colours and icon for a home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: '장터 Jangteo',
    short_name: '장터',
    description: '선불 지갑으로 간편하게 사는 동네 장터',
    start_url: '/',
    display: 'standalone',
    background_color: '#FFFFFF',
    theme_color: '#0F6B66',
    icons: [{ src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' }],
  };
}
