package io.tradeflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import io.tradeflow.Tradeflow;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.ModulithMetadata;
import org.springframework.modulith.docs.Documenter;

/** All classes of the program are in memory while this runs, several hundred megabytes: nothing of it may outlive the class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseTest {

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tradeflow");

    private final JavaClasses offenders = new ClassFileImporter().importPackages("planted");

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        return new HouseRules("io.tradeflow")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(house)));
    }

    /** A rule that lets its offender pass guards nothing. */
    @TestFactory
    Stream<DynamicTest> everyRuleCatchesItsOffender() {
        Map<String, String> planted = Map.ofEntries(
                Map.entry("engineOnlyInItsRooms", "EngineInTheTradeRules"),
                Map.entry("engineInternalsOnlyInTheEngineRoom", "ReadsEngineInternals"),
                Map.entry("engineRoomOnlyFromProcessPackages", "EngineRoomFromTheTradeRules"),
                Map.entry("roomsUseEarlierRoomsOnly", "LooksForward"),
                Map.entry("webOnlyAtTheDoors", "ServletInTheTradeRules"),
                Map.entry("formattingObjectsOnlyInDocument", "RendersByItself"),
                Map.entry("entitiesStayInTheirRoom", "PublicEntity"),
                Map.entry("repositoriesStayInTheirRoom", "PublicRepository"),
                Map.entry("delegatesAreThin", "FatDelegate"),
                Map.entry("delegatesAreInThePalette", "FatDelegate"),
                Map.entry("namesSayWhatAThingIs", "PriceManager"),
                Map.entry("timeComesFromTheClock", "OwnWatch"),
                Map.entry("figuresAreExact", "FloatingTax"),
                Map.entry("beansKeepNoState", "FatDelegate"));
        return new HouseRules("planted")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                            EvaluationResult result = rule.getValue().evaluate(offenders);
                            assertThat(result.getFailureReport().getDetails())
                                    .anyMatch(detail -> detail.contains(planted.get(rule.getKey())));
                        }));
    }

    @Test
    void everyRoomOfTheHouseIsInTheOrder() {
        Set<String> rooms = house.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith("io.tradeflow."))
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toSet());
        assertThat(HouseRules.ROOMS).containsExactlyInAnyOrderElementsOf(rooms);
    }

    @Test
    void modulesHaveNoCirclesAndKeepTheirInsides() {
        ApplicationModules modules = new Modules();
        modules.verify();
        new Documenter(modules).writeModulesAsPlantUml();
    }

    /** As {@code ApplicationModules.of}, which keeps what it has read for good. */
    private static class Modules extends ApplicationModules {

        Modules() {
            super(
                    ModulithMetadata.of(Tradeflow.class),
                    DescribedPredicate.alwaysFalse(),
                    new ImportOption.DoNotIncludeTests());
        }
    }
}
