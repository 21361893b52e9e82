namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>
/// On networks that nobody thought of, emitted code agrees with the slow interpreter, and each pass keeps what it promises.
/// </summary>
public class RandomNetworkTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, RandomNetworkSeed.Count)];

    public static TheoryData<int> CompiledNumbers => [.. Enumerable.Range(0, RandomNetworkSeed.RunCount)];

    [Theory, MemberData(nameof(CompiledNumbers))]
    public void Emitted_code_agrees_with_the_interpreter(int number)
    {
        RandomNetwork random = RandomNetworkSeed.Networks[number];
        InterpreterComparison.AssertAgrees(random, lanes => RandomNetworkSeed.Create(random, lanes, seed: number), number, Title(number));
    }

    [Theory, MemberData(nameof(Numbers))]
    public void What_each_pass_promises_holds_after_it_and_once_more_changes_nothing(int number)
    {
        RandomNetwork random = RandomNetworkSeed.Networks[number];
        RandomNetworkSeed.Planned(random, report =>
        {
            IReadOnlyList<string> faults = report.Pass.Faults(report.Program);
            Assert.True(
                faults.Count == 0,
                $"""
                {Title(number)}, {report.Pass.Name}, program {report.Program.Program.Name}
                {string.Join("\n", faults)}
                {random.Source}
                """);
            string once = report.Pass.Print(report.Program);
            report.Pass.Apply(report.Program);
            Assert.Equal(once, report.Pass.Print(report.Program));
        });
    }

    private static string Title(int number) => $"network {number} of seed {RandomNetworkSeed.Value}";
}
