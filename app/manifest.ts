import type { MetadataRoute } from 'next';

/** The web app manifest: name, colours and icons for a home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: '장터 Jangteo',
    short_name: '장터',
    description: '선불 지갑으로 간편하게 사는 동네 장터',
    lang: 'ko',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#FFFFFF',
    theme_color: '#0F6B66',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icons/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icons/icon-512.png', type: 'image/png', sizes: '512x512' },
      {
        src: '/icons/maskable-512.png',
        type: 'image/png',
        sizes: '512x512',
        purpose: 'maskable',
      },
    ],
  };
}
