package io.tradeflow.approval.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Keeps the open approvals offered to exactly the deputies of those who are away. */
@Component
class DeputyLinks {

    static final String TASK = "DecideApproval";
    private static final String CHANGE = "ApproveChange";

    private final TaskService tasks;
    private final Deputies deputies;

    DeputyLinks(TaskService tasks, Deputies deputies) {
        this.tasks = tasks;
        this.deputies = deputies;
    }

    void renew() {
        for (Task task :
                tasks.createTaskQuery().taskDefinitionKeyIn(TASK, CHANGE).list()) {
            renew(task);
        }
    }

    private void renew(Task task) {
        List<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        Set<String> groups = links.stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
        Set<String> known = links.stream()
                .map(IdentityLink::getUserId)
                .filter(user -> user != null)
                .collect(Collectors.toSet());
        Set<String> wanted = deputies.of(groups);
        Set<String> added = new HashSet<>(wanted);
        added.removeAll(known);
        added.forEach(user -> tasks.addCandidateUser(task.getId(), user));
        known.removeAll(wanted);
        known.forEach(user -> {
            tasks.deleteCandidateUser(task.getId(), user);
            if (user.equals(task.getAssignee())) {
                tasks.setAssignee(task.getId(), null);
            }
        });
    }
}
