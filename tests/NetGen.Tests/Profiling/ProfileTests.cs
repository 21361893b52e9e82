using NetGen.Runtime;
using NetGen.Tests.Training;

namespace NetGen.Tests.Profiling;

public class ProfileTests
{
    private const int Samples = 64;
    private static readonly Clusters Data = new(Samples);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_steps_time_goes_to_its_groups(int threads)
    {
        using Trainer trainer = new LinearClassifier().CreateTrainer(new Adam(), Samples, threads);
        Profile profile = trainer.Profile = new Profile();
        for (int step = 0; step < 3; step++)
            trainer.Step(Data.Samples, Data.Labels);

        Assert.Equal(3, profile.Runs);
        Assert.Equal(3 * Samples, profile.Samples);
        Assert.Equal(["Forward", "WeightGradient", "InputGradient", "Adam"], profile.Groups.Select(group => group.Name));
        Assert.Equal([Pass.Forward, Pass.Backward, Pass.Backward, Pass.Update], profile.Groups.Select(group => group.Pass));
        Assert.Equal(["fc", "fc", "fc", ""], profile.Groups.Select(group => group.Layers));
        Assert.All(profile.Groups, group => Assert.Equal(3, group.Runs));
        Assert.All(profile.Groups, group => Assert.True(group.Elapsed > TimeSpan.Zero));
        TimeSpan inGroups = profile.Groups.Aggregate(TimeSpan.Zero, (sum, group) => sum + group.Elapsed);
        Assert.Equal(profile.Elapsed, inGroups + profile.OutsideGroups);

        GroupProfile forward = profile.Groups[0];
        Assert.Equal(3L * Samples * LinearClassifier.Features * LinearClassifier.Classes, forward.MultiplyAdds);
        Assert.Equal(forward.MultiplyAdds / forward.Elapsed.TotalSeconds, forward.MultiplyAddsPerSecond);
        Assert.Equal(0, profile.Groups[3].MultiplyAddsPerSecond);
    }

    [Fact]
    public void A_profile_changes_no_result()
    {
        var plain = new LinearClassifier(seed: 3);
        var profiled = new LinearClassifier(seed: 3);
        using Trainer first = plain.CreateTrainer(new Adam(), Samples, threads: 2);
        using Trainer second = profiled.CreateTrainer(new Adam(), Samples, threads: 2);
        second.Profile = new Profile();
        for (int step = 0; step < 5; step++)
            Assert.Equal(first.Step(Data.Samples, Data.Labels), second.Step(Data.Samples, Data.Labels));
        Assert.Equal(plain.Memory.Parameters, profiled.Memory.Parameters);
    }

    [Fact]
    public void Steps_made_by_hand_count_once()
    {
        using Trainer trainer = new LinearClassifier().CreateTrainer(new SGD(0.1), Samples, threads: 1);
        Profile profile = trainer.Profile = new Profile();
        var outputs = new float[Samples * LinearClassifier.Classes];
        trainer.Forward(Data.Samples, outputs);
        trainer.Backward(outputs);
        trainer.Update();

        Assert.Equal(1, profile.Runs);
        Assert.Equal(["Forward", "WeightGradient", "InputGradient", "SGD"], profile.Groups.Select(group => group.Name));
        Assert.True(profile.Elapsed >= profile.Groups.Aggregate(TimeSpan.Zero, (sum, group) => sum + group.Elapsed));
    }

    [Fact]
    public void Predictions_count_once_and_their_groups_for_each_part()
    {
        using Predictor predictor = new LinearClassifier().CreatePredictor(batchSize: 24, threads: 1);
        Profile profile = predictor.Profile = new Profile();
        predictor.Predict(Data.Samples, new float[Samples * LinearClassifier.Classes]);

        Assert.Equal(1, profile.Runs);
        Assert.Equal(Samples, profile.Samples);
        GroupProfile group = Assert.Single(profile.Groups);
        Assert.Equal(3, group.Runs);
        Assert.Equal((long)Samples * LinearClassifier.Features * LinearClassifier.Classes, group.MultiplyAdds);
    }

    [Fact]
    public void Clear_forgets_and_null_ends()
    {
        using Trainer trainer = new LinearClassifier().CreateTrainer(new SGD(0.1), Samples, threads: 1);
        Profile profile = trainer.Profile = new Profile();
        trainer.Step(Data.Samples, Data.Labels);
        profile.Clear();
        Assert.Empty(profile.Groups);
        Assert.Equal((0, 0, TimeSpan.Zero, TimeSpan.Zero), (profile.Runs, profile.Samples, profile.Elapsed, profile.OutsideGroups));

        trainer.Step(Data.Samples, Data.Labels);
        Assert.Equal(1, profile.Runs);
        Assert.All(profile.Groups, group => Assert.Equal(1, group.Runs));

        trainer.Profile = null;
        trainer.Step(Data.Samples, Data.Labels);
        Assert.Equal(1, profile.Runs);
        Assert.All(profile.Groups, group => Assert.Equal(1, group.Runs));
    }

    [Fact]
    public void A_profiled_step_allocates_nothing()
    {
        using Trainer trainer = new LinearClassifier().CreateTrainer(new Adam(), Samples, threads: 2);
        trainer.Profile = new Profile();
        trainer.Step(Data.Samples, Data.Labels);

        // What the runtime keeps only until a collection, such as the names of types, would be made again after it.
        for (int collection = 0; collection < 3; collection++)
            GC.Collect();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int step = 0; step < 10; step++)
            trainer.Step(Data.Samples, Data.Labels);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
