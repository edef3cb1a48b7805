import { Plus } from 'lucide-react';
import { useCommandList } from '../../app/commands';
import { IconButton } from '../../ui/IconButton';
import { Menu } from '../../ui/Menu';

const offered = ['source.import', 'source.importFolder', 'source.paste', 'source.new'];

/** The ways to bring a source in. */
export function AddSourceMenu() {
  const commands = useCommandList().filter(({ id }) => offered.includes(id));
  return (
    <Menu align="end" entries={commands.map(({ title, shortcut, run }) => ({ label: title, shortcut, run }))}>
      <IconButton label="Add a source" icon={<Plus size={16} />} />
    </Menu>
  );
}
