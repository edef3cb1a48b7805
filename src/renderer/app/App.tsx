import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryRoot } from '../client/QueryRoot';
import { ToastProvider } from '../ui/Toast';
import { TooltipProvider } from '../ui/Tooltip';
import { CommandsProvider } from './commands';
import { PreferencesProvider } from './preferences';
import { Session } from './Session';

/** Everything that the whole window shares, as React context. */
export function App() {
  return (
    // The content security policy refuses style elements; base.css and the modules say everything.
    <CSPProvider disableStyleElements>
      <ToastProvider>
        <QueryRoot>
          <PreferencesProvider>
            <TooltipProvider delay={500}>
              <CommandsProvider>
                <Session />
              </CommandsProvider>
            </TooltipProvider>
          </PreferencesProvider>
        </QueryRoot>
      </ToastProvider>
    </CSPProvider>
  );
}
