package io.tradeflow.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** Gives groups rights in the engine; what a group has already is left as it is. */
class Rights {

    private final AuthorizationService authorizations;
    private final Map<Key, Authorization> known = new HashMap<>();

    Rights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
        authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GRANT).list().stream()
                .filter(right -> right.getGroupId() != null)
                .forEach(right ->
                        known.put(new Key(right.getGroupId(), right.getResourceType(), right.getResourceId()), right));
    }

    void grant(String group, Resource resource, String resourceId, Permission... permissions) {
        Key key = new Key(group, resource.resourceType(), resourceId);
        Authorization right = known.computeIfAbsent(key, missing -> fresh(group, resource, resourceId));
        if (Arrays.stream(permissions).allMatch(right::isPermissionGranted)) {
            return;
        }
        Arrays.stream(permissions).forEach(right::addPermission);
        known.put(key, authorizations.saveAuthorization(right));
    }

    private Authorization fresh(String group, Resource resource, String resourceId) {
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(group);
        right.setResource(resource);
        right.setResourceId(resourceId);
        return right;
    }

    private record Key(String group, int resourceType, String resourceId) {}
}
