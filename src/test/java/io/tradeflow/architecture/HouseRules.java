package io.tradeflow.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.tradeflow.engine.ProcessStep;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.data.repository.Repository;

/** The rules of the house, for any root package, so that they can be tried on planted offenders too. */
record HouseRules(String root) {

    /** A room may use the rooms before it in this list, none after it. */
    static final List<String> ROOMS = List.of(
            "kernel",
            "engine",
            "document",
            "party",
            "tax",
            "catalog",
            "pricing",
            "notification",
            "credit",
            "inquiry",
            "approval",
            "quotation",
            "ordering",
            "purchasing",
            "inventory",
            "fulfilment",
            "dispatch",
            "invoicing",
            "ewaybill",
            "einvoice",
            "returns",
            "amendment",
            "payment",
            "accounting",
            "exchange",
            "screen",
            "desk",
            "portal",
            "database",
            "api",
            "access",
            "demo");

    /** Rooms whose figures are booked or owed: no binary floating point. */
    private static final List<String> EXACT =
            List.of("tax", "pricing", "credit", "inventory", "invoicing", "payment", "accounting");

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("engineOnlyInItsRooms", engineOnlyInItsRooms());
        rules.put("engineInternalsOnlyInTheEngineRoom", engineInternalsOnlyInTheEngineRoom());
        rules.put("engineRoomOnlyFromProcessPackages", engineRoomOnlyFromProcessPackages());
        rules.put("roomsUseEarlierRoomsOnly", roomsUseEarlierRoomsOnly());
        rules.put("webOnlyAtTheDoors", webOnlyAtTheDoors());
        rules.put("formattingObjectsOnlyInDocument", formattingObjectsOnlyInDocument());
        rules.put("entitiesStayInTheirRoom", entitiesStayInTheirRoom());
        rules.put("repositoriesStayInTheirRoom", repositoriesStayInTheirRoom());
        rules.put("delegatesAreThin", delegatesAreThin());
        rules.put("delegatesAreInThePalette", delegatesAreInThePalette());
        rules.put("namesSayWhatAThingIs", namesSayWhatAThingIs());
        rules.put("timeComesFromTheClock", timeComesFromTheClock());
        rules.put("figuresAreExact", figuresAreExact());
        rules.put("beansKeepNoState", beansKeepNoState());
        return rules;
    }

    private ArchRule engineOnlyInItsRooms() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".engine..", root + ".*.process..")
                .and()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..");
    }

    /** What may be renamed by any successor of the engine stays in one room. */
    private ArchRule engineInternalsOnlyInTheEngineRoom() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.bpm.engine.impl..");
    }

    private ArchRule engineRoomOnlyFromProcessPackages() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        root + ".engine..",
                        root + ".*.process..",
                        root + ".desk..",
                        root + ".api..",
                        root + ".access..",
                        root + ".demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".engine..");
    }

    private ArchRule roomsUseEarlierRoomsOnly() {
        return classes().should(new ArchCondition<>("use only rooms before their own") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                int own = ROOMS.indexOf(room(from));
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    int other = ROOMS.indexOf(room(dependency.getTargetClass()));
                    if (own >= 0 && other > own) {
                        events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
                    }
                }
            }
        });
    }

    private ArchRule webOnlyAtTheDoors() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        root + ".engine..",
                        root + ".*.web..",
                        root + ".api..",
                        root + ".access..",
                        root + ".screen..",
                        root + ".desk..",
                        root + ".portal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..");
    }

    private ArchRule formattingObjectsOnlyInDocument() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".document..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.fop..");
    }

    private ArchRule entitiesStayInTheirRoom() {
        return classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .notBePublic()
                .allowEmptyShould(true);
    }

    private ArchRule repositoriesStayInTheirRoom() {
        return classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .allowEmptyShould(true);
    }

    private ArchRule delegatesAreThin() {
        return noClasses()
                .that()
                .areAssignableTo(JavaDelegate.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Repository.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "jakarta.persistence..");
    }

    private ArchRule delegatesAreInThePalette() {
        return classes()
                .that()
                .areAssignableTo(JavaDelegate.class)
                .and()
                .areNotInterfaces()
                .should(beAnnotatedWith(ProcessStep.class))
                .andShould()
                .resideInAPackage(root + ".*.process..");
    }

    private ArchRule namesSayWhatAThingIs() {
        return noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Info)");
    }

    private ArchRule timeComesFromTheClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callConstructor(java.util.Date.class);
    }

    private ArchRule figuresAreExact() {
        String[] packages = EXACT.stream().map(room -> root + "." + room).toArray(String[]::new);
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(packages)
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(Double.class)
                .orShould()
                .haveRawType(float.class)
                .allowEmptyShould(true);
    }

    private ArchRule beansKeepNoState() {
        return fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(JavaDelegate.class)
                .should()
                .beFinal()
                .allowEmptyShould(true);
    }

    private String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.")[0] : "";
    }
}
