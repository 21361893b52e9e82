using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Verify;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>On networks that nobody thought of, emitted code agrees with the slow interpreter, and each pass keeps what it promises.</summary>
public class RandomNetworkTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, RandomNetworkSeed.Count)];

    [Theory, MemberData(nameof(Numbers))]
    public void EmittedCodeAgreesWithTheInterpreter(int number)
    {
        RandomNetwork random = RandomNetworkSeed.Networks[number];
        InterpreterComparison.AssertAgrees(random, lanes => RandomNetworkSeed.Create(random, lanes, seed: number), number, Title(number));
    }

    [Theory, MemberData(nameof(Numbers))]
    public void WhatEachPassPromisesHoldsAfterIt(int number)
    {
        RandomNetwork random = RandomNetworkSeed.Networks[number];
        LoweredNetwork lowered = RandomNetworkSeed.Lowered(random);
        foreach (Program program in lowered.Programs)
        {
            IReadOnlyList<FusedGroup> groups = Fuser.Fuse(program);
            MemoryPlan plan = MemoryPlan.Of(program, groups, lowered.Parameters.Layout);
            string[] faults = [.. ProgramVerifier.Faults(program), .. GroupVerifier.Faults(program, groups), .. GroupVerifier.Faults(program, plan)];
            Assert.True(faults.Length == 0, $"{Title(number)}, program {program.Name}\n{string.Join("\n", faults)}\n{random.Source}");
        }
    }

    private static string Title(int number) => $"network {number} of seed {RandomNetworkSeed.Value}";
}
