package io.tradeflow.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.DELETE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE_INSTANCE;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * Who may do what in the engine and its web apps. People who work on tasks get the least that lets them: the right to a task itself comes
 * with the task, through its candidate group. Running this again changes nothing.
 */
@Component
class Roles {

    static final String OPERATIONS = "operations";
    static final String PROCESS_OWNERS = "process-owners";
    static final String ADMINISTRATORS = Groups.CAMUNDA_ADMIN;

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final Queues queues;

    Roles(IdentityService identity, AuthorizationService authorizations, Queues queues) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.queues = queues;
    }

    void establish() {
        Rights rights = new Rights(authorizations);
        List<String> ofEverybody = List.of(queues.mine(), queues.openToMe(), queues.overdue(), queues.dueToday());
        for (StaffGroup group : StaffGroup.values()) {
            group(group.id(), group.label(), Groups.GROUP_TYPE_WORKFLOW);
            grantTaskWork(rights, group, ofEverybody);
        }
        group(OPERATIONS, "Operations", Groups.GROUP_TYPE_WORKFLOW);
        grantOperations(rights);
        group(PROCESS_OWNERS, "Process owners", Groups.GROUP_TYPE_WORKFLOW);
        grantReading(rights, PROCESS_OWNERS);
        group(ADMINISTRATORS, "Administrators", Groups.GROUP_TYPE_SYSTEM);
        for (Resources resource : Resources.values()) {
            rights.grant(ADMINISTRATORS, resource, Authorization.ANY, ALL);
        }
    }

    private void grantTaskWork(Rights rights, StaffGroup group, List<String> ofEverybody) {
        rights.grant(group.id(), Resources.APPLICATION, "tasklist", ACCESS);
        rights.grant(group.id(), Resources.FILTER, queues.of(group), READ);
        if (group.isApproving()) {
            rights.grant(group.id(), Resources.FILTER, queues.notes(), READ);
        }
        ofEverybody.forEach(filter -> rights.grant(group.id(), Resources.FILTER, filter, READ));
        for (String key : group.processKeys()) {
            rights.grant(group.id(), Resources.PROCESS_DEFINITION, key, READ, READ_INSTANCE, READ_HISTORY);
        }
    }

    private void grantReading(Rights rights, String group) {
        rights.grant(group, Resources.APPLICATION, "cockpit", ACCESS);
        rights.grant(
                group, Resources.PROCESS_DEFINITION, Authorization.ANY, READ, READ_INSTANCE, READ_HISTORY, READ_TASK);
        rights.grant(group, Resources.DECISION_DEFINITION, Authorization.ANY, READ, READ_HISTORY);
        rights.grant(group, Resources.DEPLOYMENT, Authorization.ANY, READ);
    }

    private void grantOperations(Rights rights) {
        grantReading(rights, OPERATIONS);
        rights.grant(
                OPERATIONS,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                ProcessDefinitionPermissions.RETRY_JOB,
                UPDATE_INSTANCE,
                DELETE_INSTANCE);
        rights.grant(
                OPERATIONS,
                Resources.BATCH,
                Authorization.ANY,
                READ,
                BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES,
                BatchPermissions.CREATE_BATCH_MODIFY_PROCESS_INSTANCES);
    }

    private void group(String id, String name, String type) {
        if (identity.createGroupQuery().groupId(id).count() > 0) {
            return;
        }
        Group group = identity.newGroup(id);
        group.setName(name);
        group.setType(type);
        identity.saveGroup(group);
    }
}
