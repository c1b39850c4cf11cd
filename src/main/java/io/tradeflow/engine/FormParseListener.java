package io.tradeflow.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Puts {@link FormOnTask} on each user task with a form while the engine reads a model; the model cannot leave it out. */
class FormParseListener extends AbstractBpmnParseListener {

    private final TaskForms forms;
    private final StaffDirectory staff;

    FormParseListener(TaskForms forms, StaffDirectory staff) {
        this.forms = forms;
        this.staff = staff;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        if (task.getFormKey() == null) {
            return;
        }
        TaskForms.path(task.getFormKey().getExpressionText()).ifPresent(path -> {
            FormOnTask rule = new FormOnTask(path, forms, staff);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, rule);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, rule);
        });
    }
}
