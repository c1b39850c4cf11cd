package io.tradeflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class HouseTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tradeflow");

    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages("planted");

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        return new HouseRules("io.tradeflow")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    /** A rule that lets its offender pass guards nothing. */
    @TestFactory
    Stream<DynamicTest> everyRuleCatchesItsOffender() {
        Map<String, String> offenders = Map.ofEntries(
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
                            EvaluationResult result = rule.getValue().evaluate(OFFENDERS);
                            assertThat(result.getFailureReport().getDetails())
                                    .anyMatch(detail -> detail.contains(offenders.get(rule.getKey())));
                        }));
    }

    @Test
    void everyRoomOfTheHouseIsInTheOrder() {
        Set<String> rooms = HOUSE.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith("io.tradeflow."))
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toSet());
        assertThat(HouseRules.ROOMS).containsExactlyInAnyOrderElementsOf(rooms);
    }

    @Test
    void modulesHaveNoCirclesAndKeepTheirInsides() {
        ApplicationModules modules = ApplicationModules.of(Tradeflow.class);
        modules.verify();
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
