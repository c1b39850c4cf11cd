package io.tradeflow.engine;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Whoever claims a task may also give it back, which the engine counts as assigning. The door to the web apps' REST lets nobody but
 * operations use that right for anything else.
 */
class AssigneeRights extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        AuthorizationEntity[] rights = super.newTaskAssignee(task, oldAssignee, newAssignee);
        if (rights != null) {
            for (AuthorizationEntity right : rights) {
                right.addPermission(Permissions.TASK_ASSIGN);
            }
        }
        return rights;
    }
}
