import { defineView, type DetailProps } from '../../app/views';
import { NetworkPage } from './NetworkPage';

function NetworkView({ place }: DetailProps<'network'>) {
  return <NetworkPage key={place.id ?? ''} focus={place.id ?? null} />;
}

export const view = defineView({ name: 'network', title: 'Network', Detail: NetworkView });
