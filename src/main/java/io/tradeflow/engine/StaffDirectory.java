package io.tradeflow.engine;

import io.tradeflow.kernel.Actor;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Staff users and groups, kept in the engine's identity tables. */
@Service
public class StaffDirectory {

    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl engine;

    StaffDirectory(IdentityService identity, ProcessEngineConfigurationImpl engine) {
        this.identity = identity;
        this.engine = engine;
    }

    /** The user with their groups if the password is right, else empty. After ten wrong ones the engine makes the user wait. */
    @Transactional
    public Optional<Actor.Staff> signIn(String userId, String password) {
        if (userId == null || password == null || !identity.checkPassword(userId, password)) {
            return Optional.empty();
        }
        return find(userId);
    }

    /** The user with their groups, for background work and task checks. */
    @Transactional
    public Optional<Actor.Staff> find(String userId) {
        return unchecked(() -> Optional.ofNullable(user(userId)).map(this::asStaff));
    }

    /** The group's members, by name. */
    @Transactional
    public List<StaffMember> members(String group) {
        return unchecked(() -> sorted(identity.createUserQuery().memberOfGroup(group)));
    }

    /** The groups that models give work to and that nobody is in, by label. */
    @Transactional
    public List<String> groupsWithoutMembers() {
        return unchecked(() -> Stream.of(StaffGroup.values())
                .filter(group ->
                        identity.createUserQuery().memberOfGroup(group.id()).count() == 0)
                .map(StaffGroup::label)
                .toList());
    }

    /** Everybody, by name. */
    @Transactional
    public List<StaffMember> everybody() {
        return unchecked(() -> sorted(identity.createUserQuery()));
    }

    @Transactional
    public Optional<StaffMember> member(String userId) {
        return unchecked(() -> Optional.ofNullable(user(userId)).map(this::asMember));
    }

    /**
     * Creates the user or sets name, mail and groups of the one there is; the password is set only on creation.
     *
     * @throws IllegalArgumentException for a group there is none of
     */
    @Transactional
    public void save(
            String userId, String firstName, String lastName, String email, String password, Set<String> groups) {
        unchecked(() -> {
            User known = user(userId);
            User user = known != null ? known : identity.newUser(userId);
            if (known == null) {
                user.setPassword(password);
            }
            user.setFirstName(firstName);
            user.setLastName(lastName);
            user.setEmail(email);
            identity.saveUser(user);
            setGroups(userId, groups);
            return null;
        });
    }

    private void setGroups(String userId, Set<String> wanted) {
        Set<String> left = new HashSet<>(groupsOf(userId));
        for (String group : wanted) {
            if (left.remove(group)) {
                continue;
            }
            if (identity.createGroupQuery().groupId(group).count() == 0) {
                throw new IllegalArgumentException("There is no group " + group);
            }
            identity.createMembership(userId, group);
        }
        left.forEach(group -> identity.deleteMembership(userId, group));
    }

    private List<StaffMember> sorted(UserQuery query) {
        return query.list().stream()
                .map(this::asMember)
                .sorted(Comparator.comparing(StaffMember::name))
                .toList();
    }

    private StaffMember asMember(User user) {
        return new StaffMember(user.getId(), nameOf(user), user.getEmail());
    }

    private Actor.Staff asStaff(User user) {
        return new Actor.Staff(user.getId(), nameOf(user), groupsOf(user.getId()));
    }

    private static String nameOf(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getId() : name;
    }

    private User user(String userId) {
        return identity.createUserQuery().userId(userId).singleResult();
    }

    private Set<String> groupsOf(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    /** Who may see whom in the web apps is not the question here. */
    private <T> T unchecked(Callable<T> work) {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(work));
    }
}
