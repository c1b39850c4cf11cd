package io.tradeflow.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.ProcessEngineElContext;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.joda.time.DateTime;
import org.springframework.context.ApplicationContext;

/**
 * Expressions of models see all beans; expressions that come with a query see none. A query is the only place where the engine evaluates
 * an expression without a scope, and a query's text may come from any signed-in browser (also inside {@code orQueries}, which the engine
 * does not validate). What remains there are the engine's own functions and arithmetic on dates: {@code ${currentUser()}},
 * {@code ${dateTime().plusDays(2)}}.
 */
class GuardedExpressions extends SpringExpressionManager {

    private final ELResolver datesOnly = new DatesOnly();

    GuardedExpressions(ApplicationContext beans) {
        super(beans);
    }

    @Override
    protected ProcessEngineElContext createElContext(VariableScope scope) {
        if (scope != null) {
            return super.createElContext(scope);
        }
        ensureInitialized();
        ProcessEngineElContext context = new ProcessEngineElContext(functionMapper, datesOnly);
        context.putContext(ExpressionFactory.class, expressionFactory);
        return context;
    }

    private static class DatesOnly extends ELResolver {

        private static final Pattern ARITHMETIC = Pattern.compile("(plus|minus|with)[A-Za-z]*|toDate");

        private final BeanELResolver methods = new BeanELResolver(true);

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            if (base instanceof DateTime
                    && ARITHMETIC.matcher(String.valueOf(method)).matches()) {
                return methods.invoke(context, base, method, types, arguments);
            }
            throw refused(method);
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            throw refused(property);
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            throw refused(property);
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw refused(property);
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return null;
        }

        private static ProcessEngineException refused(Object name) {
            return new ProcessEngineException("A query may not use '" + name + "'");
        }
    }
}
