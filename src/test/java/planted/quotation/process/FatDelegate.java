package planted.quotation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import planted.quotation.PublicRepository;

/** Planted: a delegate with a repository, with state, and missing from the palette. */
class FatDelegate implements JavaDelegate {

    private PublicRepository quotes;

    @Override
    public void execute(DelegateExecution execution) {
        quotes = null;
    }
}
