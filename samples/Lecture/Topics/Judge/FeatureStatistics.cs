using MathNet.Numerics.LinearAlgebra;

namespace Lecture.Judge;

/// <summary>The normal distribution of features: their mean and covariance.</summary>
/// <param name="Mean">The mean of each feature.</param>
/// <param name="Covariance">[features, features].</param>
internal sealed record FeatureStatistics(Vector<double> Mean, Matrix<double> Covariance)
{
    /// <summary>Measures features.</summary>
    /// <param name="features">[pictures, size], of two pictures at least.</param>
    /// <param name="size">Features of a picture.</param>
    public static FeatureStatistics Of(float[] features, int size)
    {
        Matrix<double> rows = Matrix<double>.Build.Dense(features.Length / size, size, (row, column) => features[(row * size) + column]);
        Vector<double> mean = rows.ColumnSums() / rows.RowCount;
        Matrix<double> centred = Matrix<double>.Build.Dense(rows.RowCount, size, (row, column) => rows[row, column] - mean[column]);
        return new FeatureStatistics(mean, centred.TransposeThisAndMultiply(centred) / (rows.RowCount - 1));
    }

    /// <summary>
    /// The Fréchet distance, |μ₁ − μ₂|² + tr(Σ₁ + Σ₂ − 2 (Σ₁Σ₂)^½), as
    /// <see href="https://arxiv.org/abs/1706.08500">Heusel et al. 2017</see> have it between the features of Inception; these are of a
    /// classifier of digits, so that the numbers are not comparable with published ones.
    /// </summary>
    public double DistanceTo(FeatureStatistics other)
    {
        // Σ₁Σ₂ has the eigenvalues of √Σ₁ Σ₂ √Σ₁, which is symmetric.
        Matrix<double> root = SquareRoot(Covariance);
        double trace = Eigenvalues(root * other.Covariance * root).Sum(value => Math.Sqrt(Math.Max(0, value)));
        return Math.Pow((Mean - other.Mean).L2Norm(), 2) + Covariance.Trace() + other.Covariance.Trace() - (2 * trace);
    }

    private static Matrix<double> SquareRoot(Matrix<double> symmetric)
    {
        var decomposition = symmetric.Evd(Symmetricity.Symmetric);
        Vector<double> roots = decomposition.EigenValues.Map(value => Math.Sqrt(Math.Max(0, value.Real)));
        return decomposition.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(roots) * decomposition.EigenVectors.Transpose();
    }

    private static IEnumerable<double> Eigenvalues(Matrix<double> symmetric) =>
        ((symmetric + symmetric.Transpose()) / 2).Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real);
}
