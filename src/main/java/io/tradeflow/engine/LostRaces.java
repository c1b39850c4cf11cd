package io.tradeflow.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands outermost around engine commands. Two people finishing different tasks of one deal may meet in the process instance above: the
 * one who loses is tried again instead of being shown an error. And a refused submission comes out as itself, not wrapped by what it
 * passed through.
 */
class LostRaces extends CommandInterceptor {

    static final int TRIES = 4;

    @Override
    public <T> T execute(Command<T> command) {
        boolean outermost = Context.getCommandContext() == null;
        if (!outermost) {
            return next.execute(command);
        }
        boolean repeatable = (command instanceof CompleteTaskCmd || command instanceof SubmitTaskFormCmd)
                && !TransactionSynchronizationManager.isActualTransactionActive();
        return execute(command, repeatable ? TRIES : 1);
    }

    private <T> T execute(Command<T> command, int tries) {
        for (int attempt = 1; ; attempt++) {
            try {
                return next.execute(command);
            } catch (OptimisticLockingException lost) {
                if (attempt >= tries) {
                    throw lost;
                }
            } catch (ProcessEngineException e) {
                RefusedSubmission refused = RefusedSubmission.in(e);
                throw refused != null ? refused : e;
            }
        }
    }
}
