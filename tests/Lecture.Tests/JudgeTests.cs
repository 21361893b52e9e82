using Lecture.Data;
using Lecture.Judge;
using NetGen;

namespace Lecture.Tests;

/// <summary>Measures of generated digits tell real ones from copies and from what is no digit.</summary>
public class JudgeTests
{
    private const int Compared = 400;

    [Fact]
    public void The_distance_of_two_normal_distributions_is_the_formula_of_one_axis()
    {
        // Means 0 and 3, variances 1 and 4: 3² + 1 + 4 − 2 √(1 · 4).
        FeatureStatistics one = FeatureStatistics.Of([-1, 0, 1], size: 1), other = FeatureStatistics.Of([1, 3, 5], size: 1);
        Assert.Equal(10, one.DistanceTo(other), 1e-9);
        Assert.Equal(0, one.DistanceTo(one), 1e-9);
    }

    [Fact]
    public void The_distance_does_not_depend_on_the_axes()
    {
        // Both sets turned by 45°.
        float[] ones = [-1, 0, 1, 0, 0, 2, 0, -2], others = [2, 1, 3, 1, 2, 0, 2, 3];
        double straight = FeatureStatistics.Of(ones, 2).DistanceTo(FeatureStatistics.Of(others, 2));
        Assert.Equal(straight, FeatureStatistics.Of(Turned(ones), 2).DistanceTo(FeatureStatistics.Of(Turned(others), 2)), 1e-5);
    }

    [Fact]
    public void Real_digits_are_near_and_no_copies_copies_are_found_and_noise_is_far()
    {
        var lesson = new Lesson("unused", TextWriter.Null);
        var sets = new DigitSets(SyntheticDigits.Draw(1500, seed: 1), SyntheticDigits.Draw(2 * Compared, seed: 2));
        var jury = new Jury(lesson, sets, readerSteps: 100, Compared);
        float[] real = Shades.Of(sets.Test)[(Compared * Mnist.PixelsPerImage)..], noise = new float[real.Length];
        new NormalNoise(seed: 1).Fill(noise);
        Verdict ofReal = jury.Judge("real", real, 150), ofCopies = jury.Judge("copies", jury.Training, 150);
        Verdict ofNoise = jury.Judge("noise", noise, 10);
        Assert.True(ofNoise.Frechet > 10 * ofReal.Frechet);
        Assert.InRange(ofReal.NearerToTraining, 0.35, 0.65);
        Assert.Equal(1, ofCopies.NearerToTraining);
        Assert.Equal(0, ofCopies.ToTraining.Median);
        Assert.All(ofReal.ClassShares, share => Assert.InRange(share, 0.05, 0.15));
        Assert.Equal(1, ofReal.ClassShares.Sum(), 1e-6);
    }

    private static float[] Turned(float[] points)
    {
        float half = MathF.Sqrt(0.5f);
        return
        [
            .. points.Chunk(2).SelectMany(point => new[] { half * (point[0] - point[1]), half * (point[0] + point[1]) }),
        ];
    }
}
